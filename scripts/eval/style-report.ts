import { quantile } from '@avatar/image';
import { LIKENESS_KNOTS, MAX_EXPLICIT_BACKGROUND, likenessScore } from '@avatar/quality-gate';
import { checksOf, type Style } from '@avatar/styles';
import { areaUnderRoc, sorted } from './statistics.js';

/** What was measured on one avatar. */
export interface AvatarMeasures {
  readonly person: string;
  readonly presence: number;
  /** Of the same avatar with its face taken away, by the way it was. */
  readonly presenceWithoutFace: readonly number[];
  readonly explicit: number;
  readonly backgroundExplicit: number;
  /** Cosine to the photo of each person. */
  readonly cosines: ReadonlyMap<string, number>;
}

export interface StyleResult {
  readonly style: string;
  readonly people: number;
  readonly genuine: Float64Array;
  readonly impostor: Float64Array;
  readonly likenessAuc: number;
  readonly presence: Float64Array;
  readonly presenceWithoutFace: Float64Array;
  readonly explicit: Float64Array;
  readonly backgroundExplicit: Float64Array;
  /** What the gate assumes and the measurement does not show. */
  readonly failures: readonly string[];
}

/** A check separates from here on: at most one pair in a hundred in the wrong order. */
const LEAST_AUC = 0.99;

export function resultOf(style: Style, rows: readonly AvatarMeasures[]): StyleResult {
  const genuine = sorted(rows.map(({ person, cosines }) => cosines.get(person) ?? 0));
  const impostor = sorted(
    rows.flatMap(({ person, cosines }) =>
      [...cosines].filter(([other]) => other !== person).map(([, cosine]) => cosine),
    ),
  );
  const presence = sorted(rows.map((row) => row.presence));
  const presenceWithoutFace = sorted(rows.flatMap((row) => row.presenceWithoutFace));
  const measured = {
    style: style.token,
    people: rows.length,
    genuine,
    impostor,
    likenessAuc: areaUnderRoc({ genuine: [...genuine], impostor: [...impostor] }),
    presence,
    presenceWithoutFace,
    explicit: sorted(rows.map((row) => row.explicit)),
    backgroundExplicit: sorted(rows.map((row) => row.backgroundExplicit)),
  };
  return { ...measured, failures: failuresOf(style, measured) };
}

const shareOf = (values: Float64Array, holds: (value: number) => boolean): number =>
  values.filter(holds).length / values.length;

function failuresOf(style: Style, measured: Omit<StyleResult, 'failures'>): string[] {
  const { facePresence, likeness, maxExplicit } = checksOf(style);
  const failures: string[] = [];
  if (likeness.applies && measured.likenessAuc < LEAST_AUC) failures.push('likeness does not separate');
  if (facePresence.applies) {
    const seen = shareOf(measured.presence, (value) => value >= facePresence.threshold);
    const fooled = shareOf(measured.presenceWithoutFace, (value) => value >= facePresence.threshold);
    if (seen < 0.97) failures.push(`faces seen in only ${percent(seen)}`);
    if (fooled > 0.1) failures.push(`faces seen where none is in ${percent(fooled)}`);
  }
  if (last(measured.explicit) >= maxExplicit) failures.push('an avatar counts as explicit');
  if (last(measured.backgroundExplicit) >= MAX_EXPLICIT_BACKGROUND)
    failures.push('a background counts as explicit');
  return failures;
}

const last = (ascending: Float64Array): number => ascending[ascending.length - 1];
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const at = (values: Float64Array, share: number): string => quantile(values, share).toFixed(2);

const INTRODUCTION = [
  '# Checks by style',
  '',
  'Made by `npm run eval:checks`: avatars of 512 px at full intensity of people from portraits, identity sets and LFW, one photo each. A',
  'check that does not separate in a style does not apply to it (`checksOf` in `@avatar/quality-gate`); the script fails when that is not so.',
  '',
  '- **Likeness**: cosine of each avatar to its own photo, and to the photos of all others. AUC 1 means that every own avatar is nearer.',
  '- **Face**: confidence of the mesh at the known place, in the avatar and in the same avatar with its face blurred away or cut into squares',
  '  and shuffled, head and hair left as they are.',
  '- **Explicit**: the lower opinion of the two safety models. No explicit pictures were tried: how many would be found is not known.',
  '',
];

/** The whole report in Markdown. */
export const styleReport = (results: readonly StyleResult[]): string =>
  [...INTRODUCTION, styleTables(results), ''].join('\n');

/** Tables in Markdown: likeness, presence, safety. */
export function styleTables(results: readonly StyleResult[]): string {
  const gaming = LIKENESS_KNOTS.find(({ score }) => score === 0.6)?.cosine ?? 0;
  return [
    '| Style | People | Own avatar: least, 5 %, median cosine | Median score | Other people’s: median, 99 %, most | Others from score 0.60 | AUC |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(
      ({ style, people, genuine, impostor, likenessAuc }) =>
        `| \`${style}\` | ${people} | ${at(genuine, 0)}, ${at(genuine, 0.05)}, ${at(genuine, 0.5)} | ${likenessScore(quantile(genuine, 0.5)).toFixed(2)} | ${at(impostor, 0.5)}, ${at(impostor, 0.99)}, ${at(impostor, 1)} | ${impostor.filter((cosine) => cosine >= gaming).length} of ${impostor.length} | ${likenessAuc.toFixed(4)} |`,
    ),
    '',
    '| Style | Face: least, median | Face taken away: median, most | Avatar explicit, most | Background explicit, most |',
    '| --- | --- | --- | --- | --- |',
    ...results.map(
      ({ style, presence, presenceWithoutFace, explicit, backgroundExplicit }) =>
        `| \`${style}\` | ${at(presence, 0)}, ${at(presence, 0.5)} | ${at(presenceWithoutFace, 0.5)}, ${at(presenceWithoutFace, 1)} | ${last(explicit).toFixed(3)} | ${last(backgroundExplicit).toFixed(3)} |`,
    ),
  ].join('\n');
}
