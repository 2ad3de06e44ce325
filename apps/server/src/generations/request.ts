import { createHash } from 'node:crypto';
import { backgroundByToken, judgedContext, lookOf, paletteByToken, platformByToken } from '@avatar/styles';
import { invalidOption, type PictureSize } from '@avatar/stage';
import type { PoolDrawOptions, PoolGenerateOptions } from '@avatar/worker-pool';
import type { Account } from '../accounts/index.js';
import type { AccountCatalogues } from '../styles/index.js';
import type { AvatarWarning } from './avatar-record.js';

/** What a caller wishes, of whatever API, before the account's defaults. Everything has one. */
export interface Wishes {
  /** Token. Default: the style of the platform. */
  readonly style?: string | undefined;
  readonly platform?: string | undefined;
  /** Token or `#rrggbb`. */
  readonly background?: string | undefined;
  /** Token, `#rrggbb`, or two of them with a comma. */
  readonly palette?: string | undefined;
  /** Side of the square. */
  readonly sizePx?: number | undefined;
  /** Of a picture that is no square, instead of `sizePx`. */
  readonly size?: PictureSize | undefined;
  readonly mode?: PoolGenerateOptions['mode'];
  /** Of the person in the photo, 0 to 0.5. */
  readonly smile?: number | undefined;
  /** Turn of their head in degrees, -5 to 5. */
  readonly yawDeg?: number | undefined;
  /** In (0, 1]. */
  readonly intensity?: number | undefined;
  /** Default: that of the series, or 0. */
  readonly seed?: number | undefined;
  /** In [0, 1]. */
  readonly minLikeness?: number | undefined;
  /** In [0, 1]. */
  readonly minFaceCoverage?: number | undefined;
  readonly onFail?: PoolGenerateOptions['onFail'];
  /** Token. */
  readonly light?: string | undefined;
  /** Of styles that draw a character: changes of who was measured. */
  readonly edits?: PoolGenerateOptions['edits'];
  readonly multiFace?: 'largest' | 'reject' | undefined;
  /** Name of a series: requests of the same one share the newest photo that was kept for it, and the seed. */
  readonly series?: string | undefined;
  /** Keep the photo for further requests; a series keeps it anyway. Default: false. */
  readonly keepPhoto?: boolean;
  /** `inline`: the pictures are in the answer and nowhere else. */
  readonly delivery: 'url' | 'inline';
  readonly callbackUrl?: string | undefined;
  readonly callbackId?: string | undefined;
  readonly reference?: string | undefined;
}

/** A request after the account's defaults, as it is stored: everything but the photo. */
export interface GenerationRequest {
  readonly options: Omit<PoolGenerateOptions, 'style'> & { readonly style: string };
  /** How a person is drawn, who waits with the job in words or data or as a photo; absent where a photo is styled. */
  readonly drawing?: PoolDrawOptions;
  /** What is known of a drawn person was measured from photos. */
  readonly fromPhoto?: boolean;
  /** What the API said beforehand of what the picture will not be; it is in the result too. */
  readonly warnings?: readonly AvatarWarning[];
  /** The API that asked and tells the caller's server of the end; absent for the first one, `/v1`. */
  readonly api?: string;
  readonly delivery: 'url' | 'inline';
  /**
   * Likeness in [0, 1] that an avatar is paid for from, whatever the request asks of the checks: what the account, or
   * else the style, says for the platform. Absent in requests that were stored before it was written down.
   */
  readonly paidFromLikeness?: number;
  /** The photo is kept for further requests. */
  readonly cacheInput: boolean;
  /** The kept photo that it is made from. */
  readonly inputId: string | undefined;
  readonly series: string | undefined;
  readonly callbackUrl: string | undefined;
  readonly callbackId: string | undefined;
  readonly reference: string | undefined;
}

export interface RequestPhoto {
  readonly isNew: boolean;
  readonly inputId: string | undefined;
}

/**
 * Checks what names something, and fills in what the account says.
 * @throws AvatarError `invalid-options` for an unknown token; ApiError `style-not-allowed`, `not-found`, `conflict`
 */
export async function generationRequest(
  wishes: Wishes,
  account: Account,
  catalogueOf: AccountCatalogues,
  photo: RequestPhoto,
): Promise<GenerationRequest> {
  const { settings } = account;
  const platform = wishes.platform === undefined ? undefined : platformByToken(wishes.platform);
  const style = await catalogueOf(account).styleFor(wishes.style, platform);
  if (wishes.background !== undefined) backgroundByToken(wishes.background);
  if (wishes.palette !== undefined && !wishes.palette.startsWith('#')) paletteByToken(wishes.palette);
  for (const name of ['smile', 'yawDeg'] as const)
    if (wishes[name] && lookOf(style) !== undefined)
      throw invalidOption('0 with a style that draws a character', name, wishes[name]);
  const context = judgedContext(style, platform);
  const floor = settings.minLikeness?.[context];
  return {
    options: {
      style: style.token,
      platform: platform?.token,
      background: wishes.background,
      palette: wishes.palette,
      sizePx: wishes.sizePx,
      size: wishes.size,
      mode: wishes.mode,
      intensity: wishes.intensity,
      seed: wishes.seed ?? (wishes.series === undefined ? undefined : seedOf(wishes.series)),
      minLikeness: atLeast(floor, wishes.minLikeness),
      onFail: wishes.onFail,
      ...(wishes.edits && { edits: wishes.edits }),
      ...(wishes.smile !== undefined && { smile: wishes.smile }),
      ...(wishes.yawDeg !== undefined && { yawDeg: wishes.yawDeg }),
      ...(wishes.light !== undefined && { light: wishes.light }),
      input: {
        minCoverage: atLeast(settings.minFaceCoverage, wishes.minFaceCoverage),
        coveragePolicy: settings.coveragePolicy ?? 'reject',
        multiFace: wishes.multiFace,
      },
    },
    delivery: wishes.delivery,
    paidFromLikeness: floor ?? style.minLikeness[context],
    cacheInput: photo.isNew && (wishes.keepPhoto === true || wishes.series !== undefined),
    inputId: photo.inputId,
    series: wishes.series,
    callbackUrl: wishes.callbackUrl,
    callbackId: wishes.callbackId,
    reference: wishes.reference,
  };
}

/** A request may ask for more than its account, and never for less. */
const atLeast = (floor: number | undefined, wish: number | undefined): number | undefined =>
  floor === undefined || wish === undefined ? (wish ?? floor) : Math.max(floor, wish);

/** Pictures of one series are alike in what chance decides. */
const seedOf = (series: string): number => createHash('sha256').update(series).digest().readUInt32BE(0);
