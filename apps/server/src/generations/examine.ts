import type { WorkerPool } from '@avatar/worker-pool';
import type { Account } from '../accounts/index.js';
import { predictedCost, type Billing } from '../billing/index.js';
import type { AccountCatalogues } from '../styles/index.js';
import type { AvatarRequest } from './accept.js';
import { isNewPhoto, keepPhoto, photoBytes, type PhotoSources } from './photo-source.js';
import { generationRequest } from './request.js';

/** What the models say of a photo. */
export type PhotoAnalysis = Awaited<ReturnType<WorkerPool['validate']>>;

export interface ExaminationParts {
  readonly pool: Pick<WorkerPool, 'validate'>;
  readonly photos: PhotoSources;
  readonly billing: Billing;
  readonly catalogueOf: AccountCatalogues;
  readonly inputTtlMs: number;
  /** US dollars. */
  readonly pricePerCoreHour: number;
}

export interface Examination {
  readonly analysis: PhotoAnalysis;
  /** The kept photo, for further requests. */
  readonly inputId: string | undefined;
  readonly predicted: { readonly credits: number; readonly cost: number };
}

/**
 * What making an avatar would say of the photo, and what it would cost. Free; a usable photo is kept where that is
 * wished.
 */
export async function examinePhoto(
  parts: ExaminationParts,
  account: Account,
  { photo: source, wishes }: AvatarRequest,
  signal: AbortSignal,
): Promise<Examination> {
  const { pool, photos, billing, catalogueOf, inputTtlMs, pricePerCoreHour } = parts;
  const { id: accountId } = account;
  const askedId = source.kind === 'kept' ? source.inputId : undefined;
  const about = { isNew: isNewPhoto(source), inputId: askedId };
  const { options, cacheInput, series } = await generationRequest(wishes, account, catalogueOf, about);
  const photo = await photoBytes(photos, source, { accountId, series, signal });
  const analysis = await pool.validate(photo, { input: options.input }, { signal });
  const isToBeKept = cacheInput && analysis.refusal === undefined;
  const inputId = isToBeKept
    ? await keepPhoto(photos.archive, photo, { accountId, series, ttlMs: inputTtlMs })
    : askedId;
  const world = { database: photos.database, billing, pricePerCoreHour };
  return { analysis, inputId, predicted: await predictedCost(world, accountId, options.style) };
}
