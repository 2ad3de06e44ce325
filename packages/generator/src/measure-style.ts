import { median } from '@avatar/image';
import { AvatarError, type Verdict } from '@avatar/stage';
import type { MeasuredChecks, Style } from '@avatar/styles';
import type { AvatarGenerator } from './avatar-generator.js';
import type { PhotoInput } from './photo-source.js';
import { referencePeople } from './reference-people.js';

export interface MeasureStyleOptions {
  readonly generator: Pick<AvatarGenerator, 'generate' | 'draw'>;
  /** Who the style is tried on. Default: two portraits in the public domain and four synthetic faces. */
  readonly people?: Iterable<PhotoInput> | AsyncIterable<PhotoInput> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** From the strongest on. */
const INTENSITIES = [1, 0.7, 0.4];
/** Likeness may be this much lower at a weaker intensity: the measuring is no finer. */
const TOLERANCE = 0.02;
const SIDE_PX = 512;

/** What the gate measures of one avatar, both in [0, 1]. */
interface Seen {
  readonly likeness: number;
  readonly presence: number;
}

/**
 * Measures how a style's avatars look to the quality gate: a style is tried on people at the intensities 1, 0.7 and 0.4.
 * Photos that are refused are left out. Nothing of the people is kept. Loads the models of `generate`; a second a person.
 *
 * @throws AvatarError as `generate`; `invalid-options` when fewer than two photos can be used
 */
export async function measureStyle(style: Style, options: MeasureStyleOptions): Promise<MeasuredChecks> {
  const { generator, signal, people = referencePeople(generator, signal) } = options;
  const seen: Seen[][] = [];
  for await (const photo of people) {
    const person = await seenOf(photo, style, options);
    if (person !== undefined) seen.push(person);
  }
  if (seen.length < 2)
    throw new AvatarError('invalid-options', 'A style is measured on two people at least; give more photos', {
      facts: { usable: seen.length },
    });
  const strongest = seen.map(([first]) => first);
  return {
    people: seen.length,
    likenessMedian: rounded(median(strongest.map(({ likeness }) => likeness))),
    likenessLeast: rounded(Math.min(...strongest.map(({ likeness }) => likeness))),
    presenceLeast: rounded(Math.min(...seen.flat().map(({ presence }) => presence))),
    monotone: seen.every(growsLikerWhenWeaker),
  };
}

/** One person's avatars; undefined for a photo that is refused. */
async function seenOf(
  photo: PhotoInput,
  style: Style,
  { generator, signal }: MeasureStyleOptions,
): Promise<Seen[] | undefined> {
  const seen: Seen[] = [];
  try {
    for (const intensity of INTENSITIES) {
      const { attempts } = await generator.generate(photo, { style, intensity, sizePx: SIDE_PX, signal });
      // Later attempts are at another intensity.
      seen.push(seenIn(attempts[0].verdict));
    }
    return seen;
  } catch (error) {
    if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
    throw error;
  }
}

const seenIn = ({ likenessScore, findings }: Verdict): Seen => ({
  likeness: likenessScore ?? 0,
  presence: findings.find(({ check }) => check === 'face-present')?.measured ?? 0,
});

const growsLikerWhenWeaker = (seen: readonly Seen[]): boolean =>
  seen.every(({ likeness }, i) => i === 0 || likeness >= seen[i - 1].likeness - TOLERANCE);

/** The last digits differ from processor to processor. */
const rounded = (share: number): number => Math.round(share * 100) / 100;
