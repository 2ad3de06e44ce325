import { LIKENESS_MODEL_ID, type LikenessCalibration } from '@avatar/face';
import type { Estimate, LikenessAnalysis } from './likeness-analysis.js';
import { shareFrom, sorted } from './statistics.js';

const share = (value: number, digits = 3): string => value.toFixed(digits);
const withInterval = ({ value, low, high }: Estimate): string =>
  `${share(value)} (${share(low)} to ${share(high)})`;

/** A rate, or what it lies below when nothing was counted. */
function rateText(cross: Float64Array, cosine: number): string {
  const rate = shareFrom(cross, cosine);
  return rate * cross.length < 0.5 ? `below ${(1 / cross.length).toExponential(0)}` : rate.toExponential(1);
}

function operatingRows(
  { scores, cross }: LikenessAnalysis,
  { operatingPoints }: LikenessCalibration,
): string[] {
  const genuine = sorted(scores.genuine);
  return operatingPoints.map(
    ({ score, cosine, use }) =>
      `| ${score.toFixed(2)} | ${cosine} | ${use} | ${rateText(cross, cosine)} | ${share(1 - shareFrom(genuine, cosine))} |`,
  );
}

const groupRows = ({ groups }: LikenessAnalysis): string[] =>
  groups.map(
    ({ attribute, range, genuinePairs, tpr, impostorPairs, fmr }) =>
      `| ${attribute} | ${range} | ${genuinePairs} | ${genuinePairs < 20 ? 'too few' : share(tpr)} | ${impostorPairs} | ${impostorPairs < 2000 ? 'too few' : fmr.toExponential(1)} |`,
  );

const limitsOf = ({ modelId }: LikenessCalibration): string[] => [
  ...LIMITS,
  modelId === LIKENESS_MODEL_ID
    ? '- The map was set on LFW View 1 as well: these pairs describe it, they do not test it. `--pairs` takes another table.'
    : '- The map was set on the other half of the people of LFW View 1 (`--half calibration`); nobody is in both halves.',
];

const LIMITS = [
  '## Limits',
  '',
  '- **Groups that cannot be told apart**: sex, age, ethnicity and skin tone. The photos have no such labels, and we do not guess them from',
  '  faces or names. How error rates differ between these groups is therefore not known here; face recognition is known to differ. The',
  '  luma of a face is mostly its light, and must not be read as skin tone.',
  '- LFW shows people in the news of the early 2000s, at 250 px, mostly frontal and well lit, and its makers say that it does not',
  '  represent everybody. Some of its people may be in the photos that the model was trained on.',
  '- LFW has a few wrong labels. They count as errors of the model here, and the few impostors of the highest cosines may be some.',
  '- The rates are about two photos. How avatars do, style by style, is in `style-checks.md`.',
];

/** The report in Markdown. @param plots file names of the pictures, relative to it @param source what the pairs are */
export function likenessReport(
  analysis: LikenessAnalysis,
  calibration: LikenessCalibration,
  source: string,
  plots: { readonly roc: string; readonly distribution: string },
): string {
  const { scores, cross, operatingPoints } = analysis;
  return [
    '# Likeness',
    '',
    `Made by \`npm run eval:likeness\`. Model: \`${calibration.modelId}\` (${calibration.modelVersion}, SHA-256 of the weights`,
    `\`${calibration.weightsSha256}\`). Pairs: ${source}: ${scores.genuine.length} of one person, ${scores.impostor.length} of different people,`,
    `${analysis.skippedPairs} skipped; all ${cross.length.toLocaleString('en-GB')} pairs of different people among its ${analysis.photos} photos for`,
    'the false match rates. Intervals are 95 % percentile bootstraps over pairs; photos are in several pairs, so that they are somewhat',
    'too narrow.',
    '',
    '| Measure | Value |',
    '| --- | --- |',
    `| Accuracy, best threshold, 10-fold cross-validation | ${share(analysis.accuracyCrossValidated)} |`,
    `| Accuracy at the shipped threshold, cosine ${calibration.verificationCosine} | ${withInterval(analysis.accuracyShipped)} |`,
    `| Best threshold on these pairs | ${share(analysis.bestThreshold)} |`,
    `| Area under the ROC curve | ${withInterval(analysis.auc)} |`,
    ...operatingPoints.map(
      ({ fmr, threshold, tpr }) =>
        `| True match rate at a false match rate of ${fmr.toExponential(0)}, cosine ${share(threshold)} | ${withInterval(tpr)} |`,
    ),
    '',
    `![True match rate over false match rate](${plots.roc})`,
    '',
    `![Cosines of the same and of different people](${plots.distribution})`,
    '',
    '## What the scores mean',
    '',
    '| Score | Cosine | Use | False match rate | Second photos of a person below it |',
    '| --- | --- | --- | --- | --- |',
    ...operatingRows(analysis, calibration),
    '',
    '## By groups',
    '',
    'Pairs by the worse of their two photos, at the cosine of a false match rate of 1e-3 over all. These are the groups that can be told',
    'apart by measuring the photo.',
    '',
    '| Attribute | Range | Pairs of one person | True match rate | Pairs of different people | False match rate |',
    '| --- | --- | --- | --- | --- | --- |',
    ...groupRows(analysis),
    '',
    ...limitsOf(calibration),
    '',
  ].join('\n');
}
