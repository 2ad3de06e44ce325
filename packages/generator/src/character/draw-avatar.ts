import { notDrawn } from '@avatar/character-draw';
import { shortSidePx, type AttemptReport, type PictureSize, type Verdict } from '@avatar/stage';
import type { CharacterAvatarResult } from '../avatar-result.js';
import { RunJournal } from '../run-journal.js';
import { uploadWarnings } from '../upload-warnings.js';
import { characterPipeline, styleOf } from './character-pipeline.js';
import type { DrawOptions } from './draw-options.js';
import { drawRequest, OWN_GROUND, type DrawRequest } from './draw-request.js';
import { notInLook } from './not-in-look.js';
import { readPerson, type CharacterInput, type KnownPerson } from './read-person.js';
import { svgPicture } from './svg-picture.js';

/** Shorter side in pixels at which a picture of vectors is drawn for its preview. */
const PREVIEW_PX = 100;

/** Reads who is drawn, draws them, and gathers what was told. */
export async function drawAvatar(who: CharacterInput, options: DrawOptions): Promise<CharacterAvatarResult> {
  const startedMs = performance.now();
  const request = drawRequest(options);
  const person = readPerson(who, options, request.seed);
  const { character } = person;
  const seed = request.seed ?? character.seed;
  const journal = new RunJournal();
  const isVector = request.format === 'svg';
  const { encoded, verdict } = await characterPipeline({
    ...request,
    seed,
    ...(isVector && { size: previewSize(request.size) }),
  }).execute(
    { character },
    {
      signal: options.signal,
      seed,
      onEvent: (event) => {
        journal.note(event);
        return options.onEvent?.(event);
      },
    },
  );
  const bytes = isVector ? await svgPicture(character, request) : encoded.bytes;
  return {
    ...factsOf(request, person, verdict),
    bytes,
    thumbnail: encoded.thumbnail,
    seed,
    validationWarnings: [
      ...journal.warningsOf(0),
      ...uploadWarnings(request.platform, {
        bytes,
        width: request.size.widthPx,
        height: request.size.heightPx,
      }),
    ],
    latencyMs: performance.now() - startedMs,
    timingsMs: journal.timingsMs(),
    models: journal.models(),
  };
}

function previewSize(size: PictureSize): PictureSize {
  const scale = PREVIEW_PX / shortSidePx(size);
  return { widthPx: Math.round(size.widthPx * scale), heightPx: Math.round(size.heightPx * scale) };
}

function factsOf(
  { look, platform, background, palette, size, format }: DrawRequest,
  { character, understood, unsupported }: KnownPerson,
  verdict: Verdict,
) {
  const attempt: AttemptReport = { index: 0, intensity: 1, verdict, kept: true };
  return {
    origin: 'character',
    delivered: 'avatar',
    format,
    width: size.widthPx,
    height: size.heightPx,
    look,
    style: styleOf(look),
    platform: platform.token,
    background: background?.token ?? OWN_GROUND,
    palette: palette?.token,
    mode: 'max',
    intensity: 1,
    faceDetected: verdict.faceDetected ?? false,
    decision: verdict.decision,
    attempts: [attempt],
    character,
    understood,
    unsupported: [...unsupported, ...notDrawn(character, look).map(notInLook)],
  } as const;
}
