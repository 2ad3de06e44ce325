import type { DownloadProgress } from '@avatar/models';
import type { StageEvent } from '@avatar/stage';
import { SingleBar } from 'cli-progress';
import { byteSize, duration } from './print.js';
import type { Session } from './session.js';

const CLEAR_LINE = '\r\u001b[2K';
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/**
 * What a person sees while they wait: a bar a download, one line that names the stage. Without a terminal a line a
 * download; with --verbose also a line a stage; with --quiet nothing.
 */
export class Progress {
  readonly #io: Pick<Session, 'terminal' | 'stderr' | 'voice'>;
  readonly #terminal: NodeJS.WriteStream | undefined;
  readonly #announced = new Set<string>();
  #bar: SingleBar | undefined;
  #lineShown = false;

  constructor(io: Pick<Session, 'terminal' | 'stderr' | 'voice'>) {
    this.#io = io;
    this.#terminal = io.voice === 'quiet' ? undefined : io.terminal;
  }

  readonly onDownload = (event: DownloadProgress): void => {
    const terminal = this.#terminal;
    if (terminal === undefined) {
      this.#announce(event);
      return;
    }
    if (event.phase === 'done') {
      this.#closeBar();
      return;
    }
    this.#clearLine();
    if (this.#bar === undefined) {
      this.#bar = new SingleBar({
        stream: terminal,
        format: '  {bar}  {receivedMb} of {totalMb} MB  {what}',
        barCompleteChar: '━',
        barIncompleteChar: '─',
        barsize: 28,
        hideCursor: true,
        clearOnComplete: true,
        linewrap: false,
      });
      this.#bar.start(event.totalBytes, 0, barLabels(event));
    }
    this.#bar.update(Math.min(event.receivedBytes, event.totalBytes), barLabels(event));
  };

  readonly onStage = (event: StageEvent): void => {
    if (event.type === 'stage-end' && this.#io.voice === 'verbose') {
      this.#clearLine();
      this.#io.stderr(`  ${event.stage}${again(event.attempt)}  ${duration(event.durationMs)}\n`);
    }
    if (event.type === 'stage-start')
      this.line(`${event.stage.replaceAll('-', ' ')}${again(event.attempt)} …`);
  };

  /** Replaces the one line of progress. */
  line(text: string): void {
    if (this.#terminal === undefined || this.#bar !== undefined) return;
    // A line that wraps could not be cleared any more.
    const shown = `  ${text}`.slice(0, (this.#terminal.columns || 80) - 1);
    this.#terminal.write(`${CLEAR_LINE}${shown}`);
    this.#lineShown = true;
  }

  /** Leaves a clean terminal for the result. */
  finish(): void {
    this.#closeBar();
    this.#clearLine();
  }

  #announce({ source, models, totalBytes }: DownloadProgress): void {
    if (this.#io.voice === 'quiet' || this.#announced.has(source)) return;
    this.#announced.add(source);
    this.#io.stderr(`avatar: fetching ${models.join(', ')}, ${byteSize(totalBytes)}\n`);
  }

  #closeBar(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #clearLine(): void {
    if (this.#lineShown) this.#terminal?.write(CLEAR_LINE);
    this.#lineShown = false;
  }
}

const again = (attempt: number): string => (attempt > 0 ? ` (attempt ${attempt + 1})` : '');

const barLabels = (event: DownloadProgress) => ({
  receivedMb: megabytes(event.receivedBytes),
  totalMb: megabytes(event.totalBytes),
  what: event.phase === 'converting' ? 'preparing …' : event.models.join(', '),
});
