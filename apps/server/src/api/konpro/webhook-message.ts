import type { Announce } from '../../generations/index.js';
import type { WebhookOutbox } from '../../webhooks/index.js';
import { pictureLink, type Presenter } from '../v1/map/presenter.js';
import { warningsOf } from '../vendors/warnings.js';
import { jobIdOf } from './konpro.js';

/** The document names no body of its callback: this is ours (docs/vendors.md). */
export const announceToKonPro =
  (outbox: WebhookOutbox, presenter: Presenter): Announce =>
  async (transaction, record) => {
    const { accountId, id, status, problem } = record;
    const { callbackUrl, callbackId = null } = record.request;
    if (callbackUrl === undefined) return;
    const url = pictureLink(record, presenter);
    const isMade = status === 'succeeded';
    await outbox.add(transaction, {
      accountId,
      generationId: id,
      url: callbackUrl,
      eventType: `photo_avatar.${isMade ? 'completed' : 'failed'}`,
      payload: {
        job_id: jobIdOf(id),
        callback_id: callbackId,
        status: isMade ? 'completed' : 'failed',
        message: isMade ? null : (problem?.detail ?? 'The job was cancelled'),
        image_urls: url === undefined ? [] : [url],
        warnings: warningsOf([record]),
      },
    });
  };
