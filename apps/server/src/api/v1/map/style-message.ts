import type { Announce } from '../../../generations/index.js';
import type { OwnStyleStore } from '../../../styles/index.js';
import type { WebhookOutbox } from '../../../webhooks/index.js';
import type { Presenter } from './presenter.js';
import { styleAnswer } from './style-answer.js';

/** What is told to a caller's server when a style is made or has failed; who deletes one knows that it ended. */
export const announceStyle =
  (outbox: WebhookOutbox, ownStyles: OwnStyleStore, presenter: Presenter): Announce =>
  async (transaction, { accountId, id, status }) => {
    if (status === 'cancelled') return;
    const style = await ownStyles.find(accountId, id, transaction);
    if (style?.callbackUrl === undefined) return;
    await outbox.add(transaction, {
      accountId,
      generationId: id,
      url: style.callbackUrl,
      eventType: `style.${style.status}`,
      data: { ...styleAnswer(style, presenter) },
    });
  };
