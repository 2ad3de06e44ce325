import { ApiError } from '../errors/index.js';
import type { Billing } from './billing.js';
import { CREDITS_PER_AVATAR } from './price.js';

/** Holds back what an avatar may cost. @throws ApiError `insufficient-credits`, `no-free-seat` */
export async function reserveAvatar(
  billing: Billing,
  accountId: string,
  generationId: string,
  seat: string | undefined,
): Promise<void> {
  const reserved = await billing.reserve({ accountId, generationId, seat, credits: CREDITS_PER_AVATAR });
  if (reserved.granted) return;
  throw reserved.reason === 'no-free-seat'
    ? new ApiError(
        'no-free-seat',
        'All seats that are paid for are taken; add seats, or name a reference that has one',
      )
    : new ApiError('insufficient-credits', 'There are not enough credits for this request; add credits');
}

/**
 * Holds back what a style of an account's own costs. Who pays by the seat pays for people, and a style is none.
 * @throws ApiError `insufficient-credits`
 */
export async function reserveStyle(
  billing: Billing,
  accountId: string,
  styleToken: string,
  credits: number,
): Promise<void> {
  const reserved = await billing.reserve({ accountId, generationId: styleToken, credits, takesSeat: false });
  if (!reserved.granted)
    throw new ApiError('insufficient-credits', `A style costs ${credits} credits; add credits`);
}

/** Says no before any work is begun. The reservation is what counts. @throws ApiError `insufficient-credits` */
export async function checkBalance(billing: Billing, accountId: string): Promise<void> {
  const { billing: kind, credits } = await billing.balance(accountId);
  if (kind === 'credits' && credits < CREDITS_PER_AVATAR)
    throw new ApiError('insufficient-credits', 'There are not enough credits for this request; add credits');
}
