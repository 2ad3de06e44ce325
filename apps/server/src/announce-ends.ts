import type { Announce } from './generations/index.js';
import type { WebhookOutbox } from './webhooks/index.js';
import { announceToHeyGen, HEYGEN } from './api/heygen/index.js';
import { announceToKonPro, KONPRO } from './api/konpro/index.js';
import type { Presenter } from './api/v1/map/presenter.js';
import { announceStyle } from './api/v1/map/style-message.js';
import { announceTo } from './api/v1/map/webhook-message.js';
import type { OwnStyleStore } from './styles/index.js';

/** Tells callers' servers of the end of what they asked for, as the API that they used does. */
export function announceEnds(
  outbox: WebhookOutbox,
  ownStyles: OwnStyleStore,
  presenter: Presenter,
): Announce {
  const ofStyles = announceStyle(outbox, ownStyles, presenter);
  const ours = announceTo(outbox, presenter);
  const ofVendors: Readonly<Record<string, Announce>> = {
    [HEYGEN]: announceToHeyGen(outbox, presenter),
    [KONPRO]: announceToKonPro(outbox, presenter),
  };
  return async (transaction, record) => {
    if (record.kind === 'style') return ofStyles(transaction, record);
    const { api } = record.request;
    return ((api !== undefined && ofVendors[api]) || ours)(transaction, record);
  };
}
