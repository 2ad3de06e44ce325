import { createHash } from 'node:crypto';
import {
  backgroundByToken,
  createCatalogue,
  paletteByToken,
  platformByToken,
  type Platform,
  type Style,
} from '@avatar/styles';
import type { PoolGenerateOptions } from '@avatar/worker-pool';
import type { AvatarOptions } from '../api/schemas/avatar-options.js';
import type { schema } from '../database/index.js';
import { ApiError } from '../errors/index.js';

/** A request after the account's defaults, as it is stored: everything but the photo. */
export interface GenerationRequest {
  readonly options: Omit<PoolGenerateOptions, 'style'> & { readonly style: string };
  readonly delivery: 'url' | 'inline';
  /** The photo is kept for further requests. */
  readonly cacheInput: boolean;
  /** The kept photo that it is made from. */
  readonly inputId: string | undefined;
  readonly sessionId: string | undefined;
  readonly callbackUrl: string | undefined;
  readonly callbackId: string | undefined;
  readonly reference: string | undefined;
}

const NAMED_SIZES = { standard: 800, hd: 1200 } as const;
const catalogue = createCatalogue();

/**
 * Checks what names something, and fills in what the account says.
 * @throws AvatarError `invalid-options` for an unknown token, ApiError `style-not-allowed`
 */
export function generationRequest(
  body: AvatarOptions & { readonly cache_input?: boolean; readonly input_id?: string | undefined },
  settings: schema.AccountSettings,
  isNewPhoto: boolean,
): GenerationRequest {
  const platform = body.platform === undefined ? undefined : platformByToken(body.platform);
  const style = styleFor(body.style, platform, settings.allowedStyles);
  if (body.background !== undefined) backgroundByToken(body.background);
  if (body.palette !== undefined && !body.palette.startsWith('#')) paletteByToken(body.palette);
  const context = platform?.context ?? style.context;
  return {
    options: {
      style: style.token,
      platform: platform?.token,
      background: body.background,
      palette: body.palette,
      sizePx: typeof body.size === 'string' ? NAMED_SIZES[body.size] : body.size,
      mode: body.mode,
      intensity: body.style_intensity,
      seed: body.seed ?? (body.session_id === undefined ? undefined : seedOf(body.session_id)),
      minLikeness: body.min_likeness ?? settings.minLikeness?.[context],
      onFail: body.on_fail,
      input: {
        minCoverage: body.min_face_coverage ?? settings.minFaceCoverage,
        coveragePolicy: settings.coveragePolicy ?? 'reject',
        multiFace: body.multi_face,
      },
    },
    delivery: body.delivery,
    cacheInput: isNewPhoto && (body.cache_input === true || body.session_id !== undefined),
    inputId: body.input_id,
    sessionId: body.session_id,
    callbackUrl: body.callback_url,
    callbackId: body.callback_id,
    reference: body.reference,
  };
}

/** The platform's default comes first; where the account may not use it, the first that it may. */
function styleFor(
  asked: string | undefined,
  platform: Platform | undefined,
  allowed: readonly string[] | undefined,
): Style {
  const usual = (platform ?? platformByToken('custom')).defaultStyle;
  const isAllowed = (token: string) => allowed === undefined || allowed.includes(token);
  const style = catalogue.resolve(asked ?? (isAllowed(usual) ? usual : (allowed?.[0] ?? usual)));
  if (!isAllowed(style.token))
    throw new ApiError('style-not-allowed', `The style "${style.token}" is not enabled for this account`);
  return style;
}

/** Pictures of one session are alike in what chance decides. */
const seedOf = (sessionId: string): number => createHash('sha256').update(sessionId).digest().readUInt32BE(0);
