import { WORN } from './worn-things.js';

const DISLIKE =
  "(?:(?:i|we) )?(?:(?:really|still|just) )?(?:don't (?:really )?like|do not like|dislike|hate|can not stand|don't want|(?:(?:i'm )?not (?:a )?(?:big |huge )?(?:fan of|keen on|into|happy with|sure about))|fed up with|could do without|forget(?: about)?|no need for|scratch) ";
const THE = '(?:the |his |her |their |my |your |that |this |those |these )?';
/** "Not a fan of the beard" is "no beard". */
const DISLIKED_WORN = new RegExp(
  `(?<![\\p{L}])${DISLIKE}${THE}(${WORN}|freckles|scar|stubble)(?![\\p{L}])`,
  'gu',
);
/** "I hate his hair" is no wish for a bald head: what it shall be instead is not said. */
const DISLIKED_FEATURE = new RegExp(
  `(?<![\\p{L}])${DISLIKE}(${THE}(?:\\p{L}+ )?(?:hair|haircut|hairstyle|nose|eyes|mouth|lips|brows|eyebrows|face|jaw|chin|skin|clothes|outfit|shirt|dress|suit|background|backdrop|light|lighting|colou?rs?|tint|hue|cast|tone|filter|style|look|expression|pose|smile)(?![\\p{L}]))`,
  'gu',
);

/** "The smile looks fake" wishes for no smile; a background is asked for by itself. */
const LOOKS_WRONG =
  /(?<![\p{L}])(?:the |his |her |my |their |that |this )(?!background|backdrop)(?:\p{L}+ )?\p{L}+ (?:looks?|is|are|seems?|feels?) (?:so |very |really |a bit |a little |kinda |just |way |too )*(?:fake|weird|odd|strange|wrong|creepy|bad|ugly|forced|silly|stupid|horrible|terrible|awful|unnatural)(?![\p{L}])/gu;

/** "The light is a bit cold" is a complaint: it is too cold. */
const A_BIT_OFF =
  /(?<be>'s|(?<![\p{L}])(?:is|are|looks?|looking|seems?|feels?|came out|comes out)) (?:still )?(?:a (?:tiny |little )?(?:bit|little)|kinda|kind of|rather|quite|slightly|somewhat|sort of|bit)(?: too)? (?<how>cold|cool|blue|warm|yellow|orange|red|dark|bright|dim|flat|harsh|hard|long|short|big|large|small|wide|narrow|thin|thick|curly|light|pale|serious|stern|sad|grumpy|happy|skinny|fat)(?![\p{L}])/gu;

/** @param text in plain signs; @returns with what a complaint wishes for */
export const withoutComplaints = (text: string): string =>
  text
    .replaceAll(A_BIT_OFF, (_, be: string, how: string) => `${be === "'s" ? ' is' : be} too ${how}`)
    .replaceAll(LOOKS_WRONG, ',')
    .replaceAll(DISLIKED_WORN, 'no $1')
    .replaceAll(DISLIKED_FEATURE, 'about $1');
