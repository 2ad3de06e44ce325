import { checkCharacter } from '@avatar/character';
import { AvatarError, integerOption } from '@avatar/stage';
import { checkAttributes } from './attributes/brief-attributes.js';
import { readAttributes } from './attributes/read-attributes.js';
import type { BriefReading } from './brief-reading.js';
import { ENGLISH } from './lexicon/english.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { checkBrief, withinLength, type ReadBriefOptions } from './options.js';
import { judgeWords } from './policy/content-policy.js';
import { itemsOf } from './reading/items.js';
import { withMixedColours } from './reading/mixed-colours.js';
import type { Finding } from './reading/mention.js';
import { Reader } from './reading/reader.js';
import { wordsOf } from './reading/words.js';
import { withOneGarment } from './result/clothing-findings.js';
import { Facts } from './result/facts.js';
import { resolveHair } from './result/hair-facts.js';
import { spanOf, specFrom, understoodFrom, unsupportedFrom, type ReadText } from './result/spec-from.js';

const LEXICONS: readonly Lexicon[] = [ENGLISH];
const MAX_SEED = 0xffffffff;

/**
 * Reads what words and fields say about a person: offline, by a lexicon, in time linear in the length of the text.
 *
 * Only what is said comes into the spec. `understood` names the words of every value, `unsupported` the wishes that
 * no character has. Looks are never derived from words of origin; gender words set `presentation` and nothing else.
 *
 * @param text up to 2,000 characters together with `attributes.appearance`; may be empty
 * @throws AvatarError `invalid-options`, with the reason `too-long` for a text that is too long
 */
export function readBrief(text: string, options: ReadBriefOptions = {}): BriefReading {
  checkBrief(text, options);
  const { attributes = {}, locale = 'en', seed = 0 } = options;
  integerOption('seed', seed, 0, MAX_SEED);
  checkAttributes(attributes);
  const lexicon = lexiconOf(locale);
  const { appearance = '', name = '', ethnicity = '' } = attributes;
  withinLength(text + appearance);
  const refused = judgeWords([text, appearance, name, ethnicity].join('\n'));
  if (refused) return { spec: {}, understood: [], unsupported: [], unread: [], refused };

  const joined = `${appearance}\n\n${text}`;
  const read: ReadText = { joined, words: wordsOf(joined), textStart: joined.length - text.length };
  const items = itemsOf(read.words, lexicon);
  const reader = new Reader(read.words, withMixedColours(items, read.words));
  const { findings, hidden } = withOneGarment(reader.findings);
  const facts = new Facts();
  for (const finding of withOnePresentation(findings)) facts.add(finding);
  const fields = readAttributes(attributes, facts, seed);
  resolveHair(facts);
  return {
    spec: checkCharacter(specFrom(facts.all())),
    understood: understoodFrom(facts.all(), read),
    unsupported: [...unsupportedFrom([...reader.leftovers, ...hidden], read), ...fields],
    unread: items.filter(({ sense }) => sense === undefined).map((item) => spanOf(read, item)),
  };
}

/** The first noun that says it decides how the person is presented, else the first pronoun. */
function withOnePresentation(findings: readonly Finding[]): Finding[] {
  const saying = findings.filter(({ sets }) => sets.presentation !== undefined);
  const decisive = saying.find(({ mention }) => mention) ?? saying[0];
  return findings.map((finding) => {
    if (finding === decisive) return finding;
    const { presentation: _left, ...sets } = finding.sets;
    return { ...finding, sets };
  });
}

function lexiconOf(locale: string): Lexicon {
  const [language] = locale.toLowerCase().split('-');
  const lexicon = LEXICONS.find((known) => known.language === language);
  if (lexicon) return lexicon;
  const known = LEXICONS.map((each) => each.language).join(', ');
  throw new AvatarError('invalid-options', `Expected a language that can be read (${known}) for locale`, {
    reason: 'unknown-locale',
    facts: { option: 'locale', known },
  });
}
