import { jobResponse, type Announce, type GenerationRow, type Presenter } from './generations/index.js';
import type { WebhookOutbox } from './webhooks/index.js';

/** What is told to a caller's server when a generation has ended. */
export const announceTo =
  (outbox: WebhookOutbox, presenter: Presenter): Announce =>
  async (transaction, row) => {
    if (row.callbackUrl === null) return;
    await outbox.add(transaction, {
      accountId: row.accountId,
      generationId: row.id,
      url: row.callbackUrl,
      eventType: `generation.${row.status}`,
      data: message(row, presenter),
    });
  };

/** Without the reports of single attempts: a message is small, and the job has everything. */
function message(row: GenerationRow, presenter: Presenter): Record<string, unknown> {
  const { result, ...job } = jobResponse(row, presenter);
  if (result === undefined) return job;
  const { attempt_reports: _reports, timings: _timings, ...facts } = result;
  return { ...job, result: facts };
}
