import type { CharacterInput } from '@avatar/generator';
import type { AnyDrawOptions, DrawnFor, PoolDrawOptions, WorkerPool } from '@avatar/worker-pool';
import type { Account } from '../accounts/index.js';
import { reserveAvatar, type Billing } from '../billing/index.js';
import { isOutage, type Database, type Orm } from '../database/index.js';
import { allowedLook } from './drawn-request.js';
import type { FairGate } from './fair-gate.js';
import { newId } from './ids.js';

const MS_PER_HOUR = 3_600_000;

export interface DrawingParts {
  readonly pool: Pick<WorkerPool, 'draw'>;
  /** The line of those that wait for their answer, photos and drawings alike. */
  readonly gate: FairGate;
  readonly billing: Billing;
  readonly database: Database;
  /** Milliseconds that one drawing may take, waiting included. */
  readonly deadlineMs: number;
  /** US dollars. */
  readonly pricePerCoreHour: number;
}

/** One picture of a person, as some API understood its caller. */
export interface DrawingRequest<Options extends AnyDrawOptions = PoolDrawOptions> {
  readonly who: CharacterInput;
  readonly options: Options;
  /** A small picture to look at while something is changed, which costs nothing. */
  readonly isPreview: boolean;
  /** Whose seat the picture takes, for accounts that pay by seats. */
  readonly reference: string | undefined;
}

export interface Drawing<Options extends AnyDrawOptions = PoolDrawOptions> {
  /** `avt_…` */
  readonly id: string;
  readonly picture: DrawnFor<Options>;
  readonly creditsCharged: number;
  /** US dollars of processor time. */
  readonly cost: number;
}

export interface DrawingListener<Options extends AnyDrawOptions = PoolDrawOptions> {
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  /** Keeps the picture, before it is charged for: nobody pays for what got lost. */
  readonly onDrawn?: (id: string, picture: DrawnFor<Options>) => Promise<void>;
  /** In the transaction that charges for it, so that nobody pays for what is not kept for them; not of previews. */
  readonly onCharged?: (transaction: Orm, drawing: Drawing<Options>) => Promise<void>;
}

/**
 * Draws a person in a worker while the caller waits, and charges for a picture that is no preview. Nothing is kept
 * but by the listener: the character in the answer draws the same picture again.
 *
 * @throws AvatarError `input-rejected` with reason `content-policy`, `invalid-options`, `overloaded`, `timeout`; ApiError
 * `style-not-allowed`, `insufficient-credits`, `no-free-seat`
 */
export async function drawPerson<Options extends AnyDrawOptions = PoolDrawOptions>(
  { pool, gate, billing, database, deadlineMs, pricePerCoreHour }: DrawingParts,
  account: Account,
  { who, options, isPreview, reference }: DrawingRequest<Options>,
  { signal, onDrawn, onCharged }: DrawingListener<Options>,
): Promise<Drawing<Options>> {
  const endMs = performance.now() + deadlineMs;
  allowedLook(account, options.look);
  const id = newId('avt');
  const place = gate.enter(account.id);
  let cpuMs = 0;
  try {
    if (!isPreview) await reserveAvatar(billing, account.id, id, reference);
    await place.turn(signal, endMs);
    const picture = await pool.draw(who, options, {
      signal,
      deadlineMs: Math.max(1, Math.round(endMs - performance.now())),
      // The gate is the line, and this is the first in it.
      unbounded: true,
      onUsage: (usage) => (cpuMs += usage.cpuMs),
    });
    const cost = (cpuMs / MS_PER_HOUR) * pricePerCoreHour;
    await onDrawn?.(id, picture);
    if (isPreview) return { id, picture, creditsCharged: 0, cost };
    return await database.transaction(async (transaction) => {
      const creditsCharged = await billing.charge(transaction, id);
      const drawing = { id, picture, creditsCharged, cost };
      await onCharged?.(transaction, drawing);
      return drawing;
    });
  } catch (error) {
    // While the database is away the sweep gives back what is held.
    await billing.release(database.orm, id).catch((failure: unknown) => {
      if (!isOutage(failure)) throw failure;
    });
    throw error;
  } finally {
    place.leave();
  }
}
