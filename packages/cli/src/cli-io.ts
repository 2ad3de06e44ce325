import type { AvatarGenerator, GeneratorOptions } from '@avatar/generator';
import type { DownloadProgress } from '@avatar/models';
import type { PhotoSource } from '@avatar/stage';
import type { FitOptions, FittedStyle } from '@avatar/style-fit';

/** The world as a command sees it. Tests hand in their own. */
export interface CliIo {
  /** What is handed to the command, such as a list of photos. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Results. */
  readonly stdout: (text: string) => void;
  /** Errors. */
  readonly stderr: (text: string) => void;
  /** Where progress is drawn; absent unless a person watches. */
  readonly terminal?: NodeJS.WriteStream | undefined;
  /** Colour the results. */
  readonly colour: boolean;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  readonly createGenerator: (options: GeneratorOptions) => AvatarGenerator;
  /** `fitStyle` with models of its own. */
  readonly fitStyle: (
    examples: readonly PhotoSource[],
    options: Omit<FitOptions, 'models'>,
    onDownload: (progress: DownloadProgress) => void,
  ) => Promise<FittedStyle>;
}
