import type { PoolDrawOptions } from '@avatar/worker-pool';
import type { Account } from '../accounts/index.js';
import { ApiError } from '../errors/index.js';
import type { AvatarWarning } from './avatar-record.js';
import type { GenerationRequest } from './request.js';
import type { JobSource } from './queued-subject.js';

/** One picture of a person that is drawn by a worker later, as some API understood its caller. */
export interface DrawnRequest {
  /** Who is drawn. Of a photo the person is measured first. */
  readonly source: JobSource;
  readonly drawing: PoolDrawOptions;
  readonly callbackUrl?: string | undefined;
  readonly callbackId?: string | undefined;
  /** Whose seat the picture takes, and by which name the person can be erased. */
  readonly reference?: string | undefined;
  /** What is known of the person was measured from photos, so that it goes with their pictures. Default: false. */
  readonly fromPhoto?: boolean;
  /** What can be said beforehand of what the picture will not be. */
  readonly warnings: readonly AvatarWarning[];
  /** The API that asked, which also tells the caller's server of the end. */
  readonly api: string;
}

/** The request as it is stored. @throws ApiError `style-not-allowed` */
export function drawnRequest(
  { drawing, fromPhoto, warnings, callbackUrl, callbackId, reference, api }: DrawnRequest,
  account: Account,
): GenerationRequest {
  const style = allowedLook(account, drawing.look);
  return {
    options: {
      style,
      platform: drawing.platform,
      background: drawing.background,
      palette: drawing.palette,
      sizePx: drawing.sizePx,
      seed: drawing.seed,
    },
    drawing,
    ...(fromPhoto === true && { fromPhoto }),
    ...(warnings.length > 0 && { warnings }),
    api,
    delivery: 'url',
    cacheInput: false,
    inputId: undefined,
    series: undefined,
    callbackUrl,
    callbackId,
    reference,
  };
}

/**
 * The looks of drawn people are styles, and an account may have some styles only. @returns the style of the look
 * @throws ApiError `style-not-allowed`
 */
export function allowedLook({ settings: { allowedStyles } }: Account, look: string = 'toon3d'): string {
  const style = `character_${look}`;
  if (allowedStyles !== undefined && !allowedStyles.includes(style))
    throw new ApiError('style-not-allowed', `The style "${style}" is not enabled for this account`);
  return style;
}
