import { LIGHTS } from './recipe/recipe.js';
import { BACKGROUNDS, LOOK_LABELS, STYLE_LABELS } from './labels.js';
import { GREETING, HELP, PRAISE } from './lexicon/requests.js';

const only = (source: string): RegExp =>
  new RegExp(`^[\\s,.!?]*(?:(?:${source.replaceAll(' ', '[\\s-]+')})[\\s,.!?:)-]*)+$`, 'u');
const GREETS = only(`${GREETING}|avatar|bot|robot`);
const PRAISES = only(PRAISE);
const HELPS = only(`${HELP}|${GREETING}|please|can you`);
const QUESTION =
  /^(?:why|how(?! about)|who|whose|when|where|which|what(?! about| if|'s? (?:it|that) look)|should|do you|is (?:it|this|that|there|he|she)|are there|do i|am i|does|did|are you|was)(?![\p{L}]).*\?$/su;

/** The answer to a message that wishes for nothing. */
export function smallTalk(text: string): string | undefined {
  if (GREETS.test(text)) return `Hello! ${WHAT_I_DO}`;
  if (PRAISES.test(text)) return 'Gladly. Tell me if anything shall be different.';
  if (HELPS.test(text)) return `${WHAT_I_DO} ${listFor(text)}`;
  if (FORGETS.test(text)) return HOW_TO_FORGET;
  if (QUESTION.test(text) || ABOUT_ME.test(text)) return `I only make pictures, and cannot say. ${WHAT_I_DO}`;
  return undefined;
}

/** Asked without its sign: "whats my iq". */
const ABOUT_ME =
  /^(?:what'?s|what is|how old|how tall|guess) (?:am i|is (?:he|she)|(?:my|his|her|their) (?:iq|age|name|weight|height|star sign|mood|job|race|ethnicity|gender)(?![\p{L}]))/u;

const FORGETS =
  /(?<![\p{L}])(?:delete|erase|forget|remove) (?:all )?(?:my |the |our )?(?:photos?|pictures?|data|conversation|chat|messages|history|account)(?![\p{L}])/u;
const HOW_TO_FORGET =
  'A message cannot do that: clear the conversation (DELETE /memory), and your photo goes with it. Photos are deleted by themselves after a day.';

const WHAT_I_DO =
  'Send a photo, or describe a person, and say what the avatar shall be: a style, a background, a light, a platform. Then change it step by step, or say “undo”.';

function listFor(text: string): string {
  const styles = `Styles for photos: ${Object.entries(STYLE_LABELS)
    .filter(([token]) => !token.startsWith('character_'))
    .map(([, label]) => label)
    .join(', ')}. Looks of drawn people: ${Object.values(LOOK_LABELS).join(', ')}.`;
  const backgrounds = `Backgrounds: ${Object.entries(BACKGROUNDS)
    .filter(([token]) => token !== 'image')
    .map(([, label]) => label)
    .join(', ')}, or any colour.`;
  if (/style|look/.test(text)) return styles;
  if (/background/.test(text)) return backgrounds;
  if (/light/.test(text)) return `Lights: ${LIGHTS.join(', ')}.`;
  return `${styles} ${backgrounds}`;
}
