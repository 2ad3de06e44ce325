import type { AvatarGenerator, GeneratorOptions } from '@avatar/generator';
import type { DownloadProgress } from '@avatar/models';
import type { PhotoSource } from '@avatar/stage';
import type { FitOptions, FittedStyle } from '@avatar/style-fit';

/** Why the signal is aborted when a reader such as `head` has seen enough: that is no failure. */
export const OUTPUT_CLOSED = 'output-closed';

/** The world as a command sees it. Tests hand in their own. */
export interface CliIo {
  /** What is handed to the command, such as a list of photos. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Results. */
  readonly stdout: (text: string) => void;
  /** A picture as the result. */
  readonly stdoutBytes: (bytes: Uint8Array) => void;
  /** Pictures are not written there. */
  readonly stdoutIsTerminal: boolean;
  /** Errors, and what is told of the work. */
  readonly stderr: (text: string) => void;
  /** Where progress is drawn; absent unless a person watches. */
  readonly terminal?: NodeJS.WriteStream | undefined;
  /** Colour the results. */
  readonly colour: boolean;
  /** Colour the errors. */
  readonly errorColour: boolean;
  /** Variables of the environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Aborted by Ctrl+C, and with `OUTPUT_CLOSED` when nobody reads the results any more. */
  readonly signal: AbortSignal;
  readonly createGenerator: (options: GeneratorOptions) => Promise<AvatarGenerator>;
  /** `fitStyle` with models of its own. */
  readonly fitStyle: (
    examples: readonly PhotoSource[],
    options: Omit<FitOptions, 'models'>,
    onDownload: (progress: DownloadProgress) => void,
  ) => Promise<FittedStyle>;
}
