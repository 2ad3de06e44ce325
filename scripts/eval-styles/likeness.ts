import { quantile } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { AvatarError } from '@avatar/stage';
import type { Style } from '@avatar/styles';
import { DARK_SKIN, skinLightness } from './skin.js';
import { judgedStages, personStages, photoStages } from '@avatar/generator';
import { evaluated } from '../eval/evaluated-request.js';
import type { StyleFigures } from './table.js';

interface Outcome {
  readonly first: number;
  readonly accepted: boolean;
  readonly attempts: number;
  readonly faceDetected: boolean;
  /** Change of the skin's median lightness in the first attempt that was kept, and the lightness before. */
  readonly skinChange: number;
  readonly skinBefore: number;
}

async function judge(models: ModelHub, style: Style, shared: SharedArtifacts): Promise<Outcome> {
  const options = evaluated(models, style);
  const aligned = await personStages(options).execute(shared);
  const { inputReport } = shared;
  const { attempts, verdict, avatar } = await judgedStages(options).execute({ ...aligned, inputReport });
  const skinBefore = skinLightness(aligned.face.crop, aligned.regions.skin);
  return {
    first: attempts[0].verdict.likenessScore ?? NaN,
    accepted: verdict.accepted,
    attempts: attempts.length,
    faceDetected: attempts[0].verdict.faceDetected ?? false,
    skinChange: skinLightness(avatar.image, aligned.regions.skin) - skinBefore,
    skinBefore,
  };
}

type SharedArtifacts = Awaited<ReturnType<ReturnType<typeof photoStages>['execute']>>;

function figuresOf(outcomes: readonly Outcome[]): StyleFigures {
  const share = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length / outcomes.length;
  const scores = outcomes.map(({ first }) => first);
  const dark = outcomes.filter(({ skinBefore }) => skinBefore < DARK_SKIN);
  return {
    people: outcomes.length,
    likenessMedian: quantile(scores, 0.5),
    likenessMin: quantile(scores, 0),
    accepted: share(({ accepted }) => accepted),
    atFirst: share(({ accepted, attempts }) => accepted && attempts === 1),
    faceDetected: share(({ faceDetected }) => faceDetected),
    skinChangeMedian: quantile(
      outcomes.map(({ skinChange }) => skinChange),
      0.5,
    ),
    darkSkinLiftMost: Math.max(0, ...dark.map(({ skinChange }) => skinChange)),
  };
}

/** Makes every person's avatar in every style; photos without a usable face are left out. */
export async function measureLikeness(
  models: ModelHub,
  styles: readonly Style[],
  people: readonly string[],
  print: (line: string) => void,
): Promise<Map<string, StyleFigures>> {
  const outcomes = new Map<string, Outcome[]>(styles.map(({ token }) => [token, []]));
  for (const [done, path] of people.entries()) {
    try {
      const shared = await photoStages(evaluated(models, styles[0])).execute({ source: { path } });
      for (const style of styles) outcomes.get(style.token)?.push(await judge(models, style, shared));
    } catch (error) {
      if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    }
    if ((done + 1) % 10 === 0) print(`     ${done + 1} of ${people.length} people`);
  }
  return new Map([...outcomes].map(([token, list]) => [token, figuresOf(list)]));
}
