import { applyEdits, editsFrom } from '@avatar/character';
import type { Recipe, Snapshot } from '@avatar/conversation';
import { backgroundByToken } from '@avatar/styles';
import type { WorkerPool } from '@avatar/worker-pool';
import type { Account } from '../accounts/index.js';
import { drawPerson, type Acceptance, type DrawingParts } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { ChosenPhotos } from './chosen-photos.js';
import { measuredTogether } from './measured-together.js';
import { noteUnanswered } from './unanswered-pictures.js';
import type { ShownPicture } from './stored-state.js';
import { wishesOf } from './wishes-of.js';

export interface PictureParts {
  readonly acceptance: Acceptance;
  readonly drawing: DrawingParts;
  readonly archive: ObjectArchive;
  readonly pool: Pick<WorkerPool, 'measure'>;
  /** How long a picture is kept. */
  readonly outputTtlMs: number;
}

export interface PictureRequest {
  readonly account: Account;
  readonly snapshot: Snapshot;
  /** For subjects that are in a photo. */
  readonly photos: ChosenPhotos | undefined;
  readonly reference: string | undefined;
}

export interface PictureListener {
  readonly signal: AbortSignal;
  /** Stages that have ended, all of them, and the one that begins. */
  readonly onProgress: (done: number, total: number, stage?: string) => void;
}

/** A picture, and what its making told of the recipe. */
export interface MadePicture {
  readonly picture: ShownPicture;
  readonly snapshot: Snapshot;
  readonly creditsCharged: number;
}

/** Stages of a photo's style, and of a character that is measured. A retry has more, and then it takes longer. */
const PHOTO_STAGES = 14;
const CHARACTER_STAGES = 9;
/** A preview of a drawn person. */
const PREVIEW_PX = 400;

/** The style or look that a snapshot is drawn in, as far as it is known before. */
export const styleName = ({ recipe, toMeasure }: Snapshot): string =>
  recipe.subject === 'character' || toMeasure
    ? `character_${recipe.look ?? 'toon3d'}`
    : (recipe.style ?? 'avatar');

/** Draws what a snapshot says, by the ways in that every API has. */
export function drawSnapshot(
  parts: PictureParts,
  request: PictureRequest,
  listener: PictureListener,
): Promise<MadePicture> {
  const { recipe, toMeasure } = request.snapshot;
  const { together = [] } = request.photos ?? {};
  if (toMeasure && together.length > 1) return ofSeveralPhotos(parts, request, together, listener);
  return recipe.subject === 'photo' || toMeasure
    ? ofPhoto(parts, request, listener)
    : ofCharacter(parts, request, listener);
}

/** The person is measured from all of their photos, and drawn. */
async function ofSeveralPhotos(
  parts: PictureParts,
  request: PictureRequest,
  together: readonly string[],
  listener: PictureListener,
): Promise<MadePicture> {
  const { account, snapshot } = request;
  const recipe = withoutPhotoGround(snapshot.recipe);
  const { archive, pool, drawing } = parts;
  const measuring = { ...drawing, pool };
  const measured = await measuredTogether(archive, measuring, account.id, together, listener.signal);
  const { spec: character } = applyEdits(measured, [
    { op: 'set', path: 'seed', value: recipe.seed },
    ...editsFrom(snapshot.character ?? {}),
  ]);
  return ofCharacter(parts, { ...request, snapshot: { recipe, character } }, listener);
}

async function ofPhoto(
  { acceptance }: PictureParts,
  { account, snapshot, photos, reference }: PictureRequest,
  { signal, onProgress }: PictureListener,
): Promise<MadePicture> {
  const total = snapshot.toMeasure ? CHARACTER_STAGES : PHOTO_STAGES;
  let done = 0;
  const { record } = await acceptance.run(
    account,
    { photo: { kind: 'kept', inputId: photos?.photo ?? '' }, wishes: wishesOf(snapshot, reference) },
    {
      signal,
      onCreated: (transaction, generationId) =>
        noteUnanswered(transaction, { generationId, accountId: account.id }),
      onEvent: (event) => {
        if (event.type === 'stage-start') onProgress(Math.min(done, total - 1), total, event.stage);
        if (event.type === 'stage-end') onProgress(Math.min(++done, total - 1), total);
      },
    },
  );
  const { avatar, pictures } = record;
  if (avatar === undefined || pictures === undefined) throw new Error('A picture that was made is not kept');
  const { character } = avatar;
  return {
    picture: {
      key: pictures.avatarKey,
      expiresAt: pictures.expiresAt,
      sizePx: avatar.sizePx,
      style: avatar.style,
      generationId: record.id,
      verdict: {
        likenessScore: avatar.likenessScore,
        decision: avatar.decision,
        warnings: avatar.warnings,
      },
    },
    snapshot: character === undefined ? snapshot : { recipe: withoutPhotoGround(snapshot.recipe), character },
    creditsCharged: record.creditsCharged,
  };
}

/** Once somebody is drawn from data, there is no photo whose background could be used. */
function withoutPhotoGround(recipe: Recipe): Recipe {
  const { background, ...rest } = recipe;
  return background !== undefined && backgroundByToken(background).kind === 'photo' ? rest : recipe;
}

async function ofCharacter(
  { drawing, archive, outputTtlMs }: PictureParts,
  { account, snapshot, reference }: PictureRequest,
  { signal, onProgress }: PictureListener,
): Promise<MadePicture> {
  const { recipe, character = {} } = snapshot;
  const { framing, ...pose } = recipe.pose ?? {};
  const expiresAt = new Date(Date.now() + outputTtlMs);
  const kept: { key: string; generationId: string }[] = [];
  const options = {
    look: recipe.look,
    expression: recipe.expression,
    framing,
    ...(Object.keys(pose).length > 0 && { pose }),
    background: recipe.background,
    palette: recipe.palette,
    light: recipe.light,
    platform: recipe.platform,
    seed: recipe.seed,
    ...(recipe.mode === 'eco' && { sizePx: PREVIEW_PX }),
  };
  onProgress(0, 1, 'character-draw');
  try {
    const { id, picture, creditsCharged } = await drawPerson(
      drawing,
      account,
      { who: character, options, isPreview: false, reference },
      {
        signal,
        onCharged: (transaction, { id: generationId, creditsCharged: credits }) =>
          noteUnanswered(transaction, { generationId, accountId: account.id, credits }),
        onDrawn: async (generationId, { bytes }) => {
          // Who dies before the charge leaves no picture behind.
          await noteUnanswered(drawing.database.orm, { generationId, accountId: account.id, credits: 0 });
          const object = { accountId: account.id, kind: 'output', contentType: 'image/png', bytes } as const;
          kept.push({ generationId, key: await archive.save({ ...object, generationId, expiresAt }) });
        },
      },
    );
    return {
      picture: {
        key: kept[0].key,
        expiresAt: expiresAt.toISOString(),
        sizePx: picture.width,
        style: picture.style,
        generationId: id,
        verdict: {
          likenessScore: null,
          decision: picture.decision,
          warnings: picture.validationWarnings,
        },
      },
      snapshot: { recipe, character: picture.character },
      creditsCharged,
    };
  } catch (error) {
    for (const { generationId } of kept) await archive.removeOf(generationId);
    throw error;
  }
}
