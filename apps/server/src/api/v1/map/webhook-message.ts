import type { Announce, GenerationRecord } from '../../../generations/index.js';
import type { WebhookOutbox } from '../../../webhooks/index.js';
import { jobAnswer } from './avatar-answer.js';
import type { Presenter } from './presenter.js';

/** What is told to a caller's server when a generation has ended. */
export const announceTo =
  (outbox: WebhookOutbox, presenter: Presenter): Announce =>
  async (transaction, record) => {
    const { callbackUrl } = record.request;
    if (callbackUrl === undefined) return;
    await outbox.add(transaction, {
      accountId: record.accountId,
      generationId: record.id,
      url: callbackUrl,
      eventType: `generation.${record.status}`,
      data: message(record, presenter),
    });
  };

/** Without the reports of single attempts: a message is small, and the job has everything. */
function message(record: GenerationRecord, presenter: Presenter): Record<string, unknown> {
  const { result, ...job } = jobAnswer(record, presenter);
  if (result === undefined) return job;
  const { attempt_reports: _reports, timings: _timings, ...facts } = result;
  return { ...job, result: facts };
}
