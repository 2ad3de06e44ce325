import type { PhotoAvatarResult } from '@avatar/generator';
import { avatarReport } from '../avatar-report.js';
import { decisionOf, shownPath } from '../describe-avatar.js';
import { exitCodeOfAll } from '../exit-code.js';
import { failureOf } from '../failure.js';
import { duration, inked, printJson } from '../print.js';
import { onStderr, tellFailed, type Session } from '../session.js';
import type { PlannedPicture } from './picture-plan.js';

/** Tells of many pictures, one after the other, and of all of them in the end. */
export class BatchReport {
  readonly #planned: number;
  readonly #json: boolean;
  readonly #io: Session;
  readonly #startedMs = performance.now();
  readonly #errors: unknown[] = [];
  readonly #reasons = new Map<string, number>();
  #made = 0;
  #toReview = 0;
  #skipped = 0;
  #failed = 0;

  constructor(planned: number, json: boolean, io: Session) {
    this.#planned = planned;
    this.#json = json;
    this.#io = io;
  }

  /** `12 of 40, 1 failed`. */
  get progress(): string {
    const failed = this.#failed === 0 ? '' : `, ${this.#failed} failed`;
    return `${this.#done} of ${this.#planned}${failed}`;
  }

  /** 0 when nothing failed; the code of the failures when they agree, else 1. */
  get exitCode(): number {
    return exitCodeOfAll(this.#errors);
  }

  made({ file, out }: PlannedPicture, result: PhotoAvatarResult): void {
    this.#made++;
    const { ink, text, isForReview } = decisionOf(result);
    if (isForReview) this.#toReview++;
    if (this.#json) {
      printJson(this.#io, { file, ...avatarReport(result, { out, thumbnail: undefined }) });
      return;
    }
    const likeness = result.likenessScore === undefined ? '' : `${result.likenessScore.toFixed(2)} `;
    const why = isForReview ? result.validationWarnings.map(({ message }) => ` ${message}`).join('') : '';
    this.#line('✔', ink, out, `${likeness}${inked(this.#io, ink, text)}${why}`);
  }

  skipped({ file, out }: PlannedPicture): void {
    this.#skipped++;
    if (this.#json) printJson(this.#io, { file, skipped: true, output: { path: out } });
    else this.#line('-', 'dim', out, inked(this.#io, 'dim', 'is there already'));
  }

  failed({ file }: PlannedPicture, error: unknown): void {
    this.#failed++;
    this.#errors.push(error);
    const failure = failureOf(error);
    const reason = failure.reason ?? failure.code;
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    if (this.#json) printJson(this.#io, { file, error: failure });
    else tellFailed(this.#io, inked(onStderr(this.#io), 'bold', file), failure.message);
  }

  /** Says what became of all of them, also of those that were not reached; nothing if a failure came before the first. */
  summary(): void {
    if (this.#done === 0 && !this.#io.signal.aborted) return;
    const notReached = this.#planned - this.#done;
    if (this.#json) {
      const reasons = Object.fromEntries(this.#reasons);
      const [made, toReview, skipped, failed] = [this.#made, this.#toReview, this.#skipped, this.#failed];
      const counts = { made, to_review: toReview, skipped, failed, not_reached: notReached };
      printJson(this.#io, { summary: { ...counts, reasons, took_ms: Math.round(this.#tookMs) } });
      return;
    }
    const parts = [
      `made ${this.#made} of ${this.#planned} in ${duration(this.#tookMs)}`,
      this.#toReview > 0 && inked(this.#io, 'yellow', `to review ${this.#toReview}`),
      this.#skipped > 0 && `skipped ${this.#skipped}`,
      this.#failed > 0 && inked(this.#io, 'red', `failed ${this.#failed}`) + ` (${this.#reasonsText})`,
      notReached > 0 && `not reached ${notReached}: the same with --skip-existing goes on`,
    ];
    this.#io.tell(`${parts.filter((part) => part !== false).join(', ')}\n`);
  }

  get #done(): number {
    return this.#made + this.#skipped + this.#failed;
  }

  get #tookMs(): number {
    return performance.now() - this.#startedMs;
  }

  get #reasonsText(): string {
    return [...this.#reasons].map(([reason, count]) => `${count} ${reason.replaceAll('-', ' ')}`).join(', ');
  }

  #line(sign: string, ink: Parameters<typeof inked>[1], out: string, text: string): void {
    const path = inked(this.#io, 'bold', shownPath(out, this.#io));
    this.#io.tell(`${inked(this.#io, ink, sign)} ${path}  ${text}\n`);
  }
}
