import type { DownloadProgress } from '@avatar/models';
import type { StageEvent } from '@avatar/stage';
import { SingleBar } from 'cli-progress';

const CLEAR_LINE = '\r\u001b[2K';
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** What a person sees while they wait: a bar a download, one line that names the stage. Silent without a terminal. */
export class Progress {
  readonly #terminal: NodeJS.WriteStream | undefined;
  #bar: SingleBar | undefined;
  #lineShown = false;

  constructor(terminal: NodeJS.WriteStream | undefined) {
    this.#terminal = terminal;
  }

  readonly onDownload = (event: DownloadProgress): void => {
    const terminal = this.#terminal;
    if (terminal === undefined) return;
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
    if (event.type !== 'stage-start') return;
    const again = event.attempt > 0 ? ` (attempt ${event.attempt + 1})` : '';
    this.line(`${event.stage.replaceAll('-', ' ')}${again} …`);
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

  #closeBar(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #clearLine(): void {
    if (this.#lineShown) this.#terminal?.write(CLEAR_LINE);
    this.#lineShown = false;
  }
}

const barLabels = (event: DownloadProgress) => ({
  receivedMb: megabytes(event.receivedBytes),
  totalMb: megabytes(event.totalBytes),
  what: event.phase === 'converting' ? 'preparing …' : event.models.join(', '),
});
