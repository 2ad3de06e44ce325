import { moment } from '../schemas/text.js';

const DAY_MS = 24 * 3_600_000;
const USUAL_DAYS = 30;

/** Parameters that name a span of time. */
export const periodShape = {
  from: moment().optional().describe('Default: 30 days before `to`'),
  to: moment().optional().describe('Default: now'),
};

export function periodOf({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): {
  readonly from: Date;
  readonly to: Date;
} {
  const end = to === undefined ? new Date() : new Date(to);
  return {
    from: from === undefined ? new Date(end.getTime() - USUAL_DAYS * DAY_MS) : new Date(from),
    to: end,
  };
}
