import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { modelIdsOf } from '@avatar/generator';
import { load } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { AvatarError, type Artifacts } from '@avatar/stage';
import { styleApply } from '@avatar/style-apply';
import { paletteByToken, type Style } from '@avatar/styles';
import type { PersonPhoto } from './photo-sets.js';

export interface MadeAvatar extends Pick<Artifacts, 'avatar' | 'embedding' | 'background'> {
  readonly person: PersonPhoto;
  readonly style: Style;
}

const sidePx = 512;

const styled = (models: ModelHub, style: Style) =>
  pipeline('photo', 'faces', 'matte')
    .use(faceAlign({ models, framing: style.framing, outputSizePx: sidePx }))
    .use(cutout())
    .use(faceRegions({ models, parts: modelIdsOf(style).includes('selfie-multiclass') }))
    .use(
      background({
        token: style.background.token as 'studio_light',
        palette: paletteByToken(style.background.palette),
        sizePx: sidePx,
      }),
    )
    .use(styleApply({ style, models }))
    .use(composite())
    .use(detailEnhance({ style }));

/** Avatars of 512 px of every person in every style, at full intensity and without a gate. Unusable photos are left out. */
export async function* avatarsOf(
  root: string,
  people: readonly PersonPhoto[],
  styles: readonly Style[],
  models: ModelHub,
): AsyncGenerator<MadeAvatar> {
  const bodies = styles.map((style) => ({ style, body: styled(models, style) }));
  const look = pipeline('source').use(load()).use(faceDetect({ models })).use(portraitMatte({ models }));
  for (const person of people) {
    const source = { bytes: readFileSync(join(root, person.file)) };
    const seen = await look.execute({ source }).catch((error: unknown) => {
      if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
      throw error;
    });
    if (seen === undefined || seen.faces.faces.length === 0) continue;
    for (const { style, body } of bodies) yield { person, style, ...(await body.execute(seen)) };
  }
}
