/** Politeness that has words of wishes in it, "too much trouble" among them. */
const COURTESY =
  /(?<![\p{L}])(?:(?:and |but )?if (?:it|that|this)(?:'s| is|'s not| isn't| is not)? (?:not )?(?:too|so) (?:much|hard|difficult)[^.,;!?\n]{0,25}|if (?:possible|you (?:can|could|don't mind|do not mind|would)|that works|that's (?:ok|okay|possible|fine|alright))|(?:it|this) (?:isn't|is not|won't be) too (?:much|hard)[^.,;!?\n]{0,25}|no (?:worries|rush|hurry|problem|pressure|need to hurry|offen[cs]e)|not (?:to be|sure|gonna lie)[^.,;!?\n]{0,12}|don't get me wrong|thank you (?:so |very )much|thanks (?:so|very) much|i (?:really )?don't mind|no idea[^.,;!?\n]{0,25})(?![\p{L}])/gu;

/** A wish in the form of a question. */
const POLITE =
  /(?<![\p{L}])(?:is it (?:possible|ok|okay|alright)|would it be (?:possible|ok|okay)|is there (?:a|any) (?:way|chance|possibility)|are you able|do you think (?:you|we|it) (?:can|could)|any chance|i(?: was|'m|'d)? wonder(?:ing)?|would you mind|would you be (?:so kind|able)|do you mind)(?: to| if| of| as to| that| for)?(?: (?:you|we|i)(?: (?:can|could|to))?)?(?![\p{L}])/gu;

/** "Nothing crazy" says what nobody would wish. */
const NOTHING_MUCH =
  /(?<![\p{L}])(?:(?:but |just )?(?:nothing|not anything|not) (?:too |very |super |overly )?(?:crazy|fancy|wild|special|flashy|over the top|silly|weird|extreme|complicated|big|much)|(?:i look|i'm looking|he looks|she looks|they look) (?:so |a bit |really |too |very |kind of |kinda )*(?:angry|mad|annoyed|bored|tired|worried|scared|awkward|stiff|dead|evil|miserable))(?![\p{L}])/gu;

const GREETED =
  /^(?:(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|hiya|dear (?:sir|madam|team|all))(?: there| everyone| team)?[\s,.!]+)+/u;

/** @param text in plain signs; @returns without politeness, which has words of wishes in it */
export const withoutCourtesy = (text: string): string =>
  greetingsCut(text).replaceAll(COURTESY, ',').replaceAll(NOTHING_MUCH, ',').replaceAll(POLITE, 'please');

/** A greeting by itself is answered. */
function greetingsCut(text: string): string {
  const rest = text.replace(GREETED, '');
  return /^(?:there|everyone|all|again)?[\s.!]*$/u.test(rest) ? text : rest;
}
