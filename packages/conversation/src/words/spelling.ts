/** Long words that mean one thing here, and that no other English word is mistaken for. */
const TARGETS = [
  'background',
  'backdrop',
  'cartoon',
  'character',
  'cinematic',
  'corporate',
  'cyberpunk',
  'discord',
  'dramatic',
  'earrings',
  'editorial',
  'freckles',
  'glasses',
  'gradient',
  'headphones',
  'headshot',
  'instagram',
  'lighting',
  'linkedin',
  'monochrome',
  'mountains',
  'moustache',
  'painting',
  'pixelart',
  'portfolio',
  'portrait',
  'professional',
  'realistic',
  'sunglasses',
  'telegram',
  'transparent',
  'turtleneck',
  'watercolour',
  'whatsapp',
  'youtube',
];
const KNOWN = new Set(TARGETS);
/** Words of their own, though they look like one of those: all that an English dictionary of 100,000 words has. */
const OTHERS = new Set(
  'carton discard discoed freckled earnings gasses glassed glosses grasses headstones lightning panting pointing printing processional processionals professions spyglasses transparency'.split(
    ' ',
  ),
);

const LONG_WORD = /(?<![\p{L}])\p{L}{6,14}(?![\p{L}])/gu;
/** Two mistakes are seen as such only in a word as long as this. */
const TWO_MISTAKES = 10;

/** Mistyped words of the lexicon, mended: "catroon", "linkdin". Others stay. @param text in lower case */
export const spelled = (text: string): string =>
  text.replaceAll(LONG_WORD, (word) => {
    if (KNOWN.has(word) || OTHERS.has(word)) return word;
    const near = TARGETS.filter((target) => isMistyped(word, target));
    return near.length === 1 ? near[0] : word;
  });

function isMistyped(word: string, target: string): boolean {
  // Forms of the word itself, such as plurals, are no mistakes.
  if (word[0] !== target[0] || word.startsWith(target) || target.startsWith(word)) return false;
  const most = target.length >= TWO_MISTAKES ? 2 : 1;
  return Math.abs(word.length - target.length) <= most && mistakes(word, target) <= most;
}

/** Letters that are missing, too many, others or swapped with their neighbour: the optimal string alignment distance. */
function mistakes(word: string, target: string): number {
  const rows: number[][] = [Array.from({ length: target.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= target.length; j++) {
      const isSame = word[i - 1] === target[j - 1];
      let least = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && word[i - 1] === target[j - 2] && word[i - 2] === target[j - 1];
      if (isSwapped) least = Math.min(least, rows[i - 2][j - 2] + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[word.length][target.length];
}
