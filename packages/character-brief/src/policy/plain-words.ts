/** Letters of other scripts that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['абвгдезикмнорстухьѕіјԁԛԝһ', 'a6brde3ukmhopctyxbsijdqwh'],
    ['αβγδεζηικλνορτυχω', 'abydezniklvoptuxw'],
    ['ıłøđßæœɑɡɩʟɴᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ', 'iloosaoaglinacdejkmoptuvwz'],
  ].flatMap(([from, to]) => Array.from(from).map((letter, at) => [letter, to[at]])),
);
/** Digits and signs that stand for letters. */
const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '£': 'l',
  '!': 'i',
  '|': 'i',
  '+': 't',
};
const STAND_IN = /[0-9@$€£!|+]/g;

/** Lower case, without accents, invisible signs and look-alikes. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\p{ASCII}]/gu, (sign) => LOOK_ALIKES[sign] ?? sign);

/**
 * Readings of a text in plain words, one space between them and one at either end: as it is, with stand-ins as
 * letters, with signs inside of words left out, with letters that were spaced out joined, and with letters that were
 * drawn out.
 */
export function plainReadings(text: string): string[] {
  const base = folded(text);
  const asLetters = base.replace(/\S+/g, (word) => (/[a-z]/.test(word) ? withLetters(word) : word));
  const readings = [base, asLetters].flatMap((reading) => [
    spaced(reading),
    spaced(joined(reading)),
    spaced(reading.replace(/(?<=[a-z])[-_.*~'’](?=[a-z])/g, '')),
  ]);
  return [...new Set(readings.flatMap((reading) => [reading, reading.replace(/([a-z])\1{2,}/g, '$1')]))];
}

/** Only inside of a word: the sign at the end of a sentence stays one. */
const withLetters = (word: string): string => {
  const [, body, end] = /^(.*?)([!+|.,;:?]*)$/s.exec(word) ?? ['', word, ''];
  return body.replace(STAND_IN, (sign) => STAND_INS[sign] ?? sign) + end;
};

/** "n u d e" and "n.u.d.e" as one word: three or more single letters in a row. */
const joined = (text: string): string =>
  text.replace(/(?<![a-z0-9])[a-z](?:[\s._*~-]{1,3}[a-z](?![a-z0-9])){2,}/g, (letters) =>
    letters.replace(/[^a-z]/g, ''),
  );

const spaced = (text: string): string => ` ${text.replace(/[^a-z0-9]+/g, ' ').trim()} `;
