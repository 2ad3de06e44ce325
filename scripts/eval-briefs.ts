/**
 * How much of what sentences state is read, and whether anything is invented. Run: `npm run eval:briefs [-- --wrong]`
 *
 * `written-before.txt` was written before the lexicon and is what it was mended on; `written-after.txt` and
 * `written-later.txt` were written later without looking at the lexicon, and measured once before anything was mended.
 */
import { readSentences } from '../tooling/brief-score/read-sentences.js';
import { scoreSentence } from '../tooling/brief-score/score-sentence.js';

const showWrong = process.argv.includes('--wrong');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = only.length > 0 ? only : ['written-before', 'written-after', 'written-later'];
console.log('sentences            count  stated  right   share  invented  untold');
for (const name of files) {
  const scores = readSentences(`packages/character-brief/sentences/${name}.txt`).map(scoreSentence);
  const sum = (count: (score: (typeof scores)[number]) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const stated = sum(({ sentence }) => sentence.stated.length);
  const right = sum((score) => score.right);
  const figures = [scores.length, stated, right, `${((100 * right) / stated).toFixed(1)} %`];
  const rest = [sum(({ invented }) => invented.length), sum(({ untold }) => untold.length)];
  console.log(name.padEnd(20), ...[...figures, ...rest].map((figure) => String(figure).padStart(6)));
  if (!showWrong) continue;
  for (const { sentence, wrong, invented, untold } of scores) {
    if (wrong.length + invented.length + untold.length === 0) continue;
    console.log(`\n  ${sentence.text}`);
    for (const line of wrong) console.log(`    wrong     ${line}`);
    for (const line of invented) console.log(`    invented  ${line}`);
    for (const line of untold) console.log(`    untold    ${line}`);
  }
}
