import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personStages, photoStages, styledStages } from '@avatar/generator';
import type { ModelHub } from '@avatar/models';
import { AvatarError, type Artifacts, type FaceLandmarks } from '@avatar/stage';
import type { Style } from '@avatar/styles';
import { evaluated } from './evaluated-request.js';
import type { PersonPhoto } from './photo-sets.js';

export interface MadeAvatar extends Pick<Artifacts, 'avatar' | 'embedding' | 'background'> {
  readonly person: PersonPhoto;
  readonly style: Style;
  /** Where the face is in the avatar. */
  readonly landmarks: FaceLandmarks;
}

/** Avatars of 512 px of every person in every style, at full intensity and without a gate. Unusable photos are left out. */
export async function* avatarsOf(
  root: string,
  people: readonly PersonPhoto[],
  styles: readonly Style[],
  models: ModelHub,
): AsyncGenerator<MadeAvatar> {
  const requests = styles.map((style) => evaluated(models, style));
  const look = photoStages(requests[0]);
  for (const person of people) {
    const source = { bytes: readFileSync(join(root, person.file)) };
    const seen = await look.execute({ source }).catch((error: unknown) => {
      if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
      throw error;
    });
    if (seen === undefined || seen.faces.faces.length === 0) continue;
    for (const request of requests) {
      const aligned = await personStages(request).execute(seen);
      const { avatar } = await styledStages(request).execute(aligned);
      const { face, embedding, background } = aligned;
      yield {
        person,
        style: request.style,
        landmarks: avatar.landmarks ?? face.landmarks,
        avatar,
        embedding,
        background,
      };
    }
  }
}
