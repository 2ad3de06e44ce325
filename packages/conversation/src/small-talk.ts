import { answerFor } from './answers.js';
import { LIGHTS } from './recipe/recipe.js';
import { findPhrases } from './words/phrase.js';
import { BACKGROUNDS, LOOK_LABELS, STYLE_LABELS } from './labels.js';
import { GREETING, HELP, NEVER, PRAISE } from './lexicon/requests.js';

const only = (source: string): RegExp =>
  new RegExp(`^[\\s,.!?]*(?:(?:${source.replaceAll(' ', '[\\s-]+')})[\\s,.!?:)-]*)+$`, 'u');
const GREETS = only(`${GREETING}|avatar|bot|robot`);
const PRAISES = only(PRAISE);
const HELPS = only(`${HELP}|${GREETING}|please|can you`);
/** Asked with its sign, or in words that only questions begin with. */
const QUESTION =
  /^(?:(?:so|and|but|hey|hi|ok|well|um)[\s,]+)*(?:(?:why|how(?! about)|who|whose|when|where|which|what(?! about| if|'s? (?:it|that) look| would i| would he| would she)|should|do you|is (?:it|this|that|there|he|she|my)|are (?:there|these|you|they)|do i|am i|does|did|was|will|can (?:i|we) (?:download|save|print|use|export))(?![\p{L}]).*\?|(?:why|how (?:much|many|long|do i|does|to|can i|come)|who are|what (?:is|are|does|do|did|can|now|is it)|what's this|do i|did you|should i|is (?:this|my) (?:pic|picture|photo|selfie|image)|are you)(?![\p{L}])[^.!?\n]*[?!.]*)\s*$/su;
const WHY = /^(?:(?:so|and|but|hey|ok|um)[\s,]+)*(?:why|how come)(?![\p{L}])/u;
const STARTS =
  /^(?:(?:so|and|but|hey|hi|ok|um)[\s,]+)*(?:how do (?:i|we) (?:start|begin|use|do)|where do i (?:start|begin)|what (?:is|does) (?:this|it)(?: (?:do|for|about|thing|app|site))?|what's this|what now|what (?:should|do) i do|what can (?:you|i|we) (?:do|make|have|get|change)|what do you do|can (?:you|i) (?:draw|make|create|do|get|have) (?:me |it |one |this |an avatar |a picture )*from (?:a |my )?(?:description|text|words|scratch))(?![\p{L}])/u;

/** The answer to a message that wishes for nothing. */
export function smallTalk(text: string): string | undefined {
  if (GREETS.test(text)) return `Hello! ${WHAT_I_DO}`;
  if (PRAISES.test(text)) return 'Gladly. Tell me if anything shall be different.';
  if (HELPS.test(text) && findPhrases(text, NEVER).length === 0) return `${WHAT_I_DO} ${listFor(text)}`;
  if (FORGETS.test(text)) return HOW_TO_FORGET;
  if (STARTS.test(text)) return WHAT_I_DO;
  const isQuestion = QUESTION.test(text);
  const answer = isQuestion ? answerFor(text) : undefined;
  if (answer !== undefined) return answer;
  if (WHY.test(text)) return 'I cannot say why. Tell me what shall be different, and I change it.';
  if (isQuestion || ABOUT_ME.test(text)) return `I only make pictures, and cannot say. ${WHAT_I_DO}`;
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
