import { endedBatch, type Announce } from '../../../generations/index.js';
import type { WebhookOutbox } from '../../../webhooks/index.js';
import type { Presenter } from '../../v1/map/presenter.js';
import { hexOf } from '../ids.js';
import { generationAnswer } from './generation-answer.js';

/** Told once a generation, when the last of its pictures has ended. */
export const announceToHeyGen =
  (outbox: WebhookOutbox, presenter: Presenter): Announce =>
  async (transaction, { accountId, id, batchId, request: { callbackUrl, callbackId = null } }) => {
    if (callbackUrl === undefined || batchId === undefined) return;
    const records = await endedBatch(transaction, batchId);
    if (records === undefined) return;
    const { status, ...data } = generationAnswer(hexOf(batchId), records, presenter);
    const eventType = `photo_avatar_generation.${status === 'success' ? 'success' : 'fail'}`;
    const { id: generationId, ...rest } = data;
    await outbox.add(transaction, {
      accountId,
      generationId: id,
      url: callbackUrl,
      eventType,
      payload: {
        event_type: eventType,
        event_data: { generation_id: generationId, callback_id: callbackId, ...rest },
      },
    });
  };
