import { phrase } from '../words/phrase.js';
import type { Mode } from '../recipe/recipe.js';

export const MODE_SAID = [
  phrase<Mode>(
    'quick preview|preview|quick draft|draft|rough version|quick version|quick look|eco mode|eco|quickly|fast and cheap|fast & cheap|cheap version|low quality',
    'eco',
  ),
  phrase<Mode>(
    'final version|final one|final picture|the final|best quality|highest quality|full quality|max quality|maximum quality|max mode|in high quality|in high resolution|final avatar|full resolution|top quality|higher quality|better quality|not a preview',
    'max',
  ),
];

/** How strong the style is: a share, or a step. */
export interface Strength {
  readonly to?: number;
  readonly by?: number;
}
export const STRENGTHS = [
  phrase<Strength>(
    'half the (?:effect|strength|intensity|style)|half strength|half intensity|about half|half as strong|half as much',
    { to: 0.5 },
  ),
  phrase<Strength>(
    'full (?:strength|effect|intensity|style)|full on|full blast|(?:style )?up to full|maximum (?:strength|effect|intensity|style)|max(?:imum)? out the style|all the way',
    { to: 1 },
  ),
  phrase<Strength>(
    '(?:too|less|not (?:so|as|that|quite so)) (?:cartoony|cartoonish|comicy|anime|painterly|pixelated|stylised|stylized|artsy|fake|artificial|plastic|filtered|edited|processed)(?: looking)?|less (?:cartoon|painting|effects?)|less processed|less stylis?ed|less stylized|less strong|less intense|less of the (?:effect|style)|less filter|less effect|weaker|subtler|more subtle|subtle(?! \\p{L})|tone it down|tone down|not so strong|not so much|too strong|too much|too intense|more natural|more like me|more me|looks? more like me|closer to the photo|closer to my photo|more like the photo|lighter effect|over ?done|less extreme|dial it back|turn it down|turn the style down',
    { by: -0.3 },
  ),
  phrase<Strength>(
    'stronger|not strong enough|not intense enough|too weak|too subtle|more intense|more intensity|stronger effect|more stylis?ed|more stylized|more effect|more of the (?:effect|style)|turn it up|turn up the style|crank it up|more extreme|push it further|bolder',
    { by: 0.3 },
  ),
];

const MANY =
  'variations?|versions?|variants?|options|alternatives|takes|different ones|pictures|avatars|images|of them|of these|of those|like that|like this|like it|of that|of this|more';
export const COUNTS = [
  ...(
    [
      ['two|2', 2],
      ['three|3', 3],
      ['four|4', 4],
    ] as const
  ).map(([names, count]) =>
    phrase(
      `(?:give me|make|show me|draw|do|try|generate|create|i want|i'd like|let me see|let's see|(?:can|could) (?:i|we) (?:have|get|see)|i need) (?:me )?(?:another )?(?:${names})(?: more| others?| different)?(?: to (?:choose|pick) from| please| of them| now|(?=\\s*(?:$|[,.!?])))`,
      count,
    ),
  ),
  phrase(`(?:two|2|a couple of|both) (?:more |different |other |new |style )*(?:${MANY})`, 2),
  phrase(`(?:three|3) (?:more |different |other |new |style )*(?:${MANY})`, 3),
  phrase(`(?:four|4) (?:more |different |other |new |style )*(?:${MANY})`, 4),
  phrase(
    `(?:five|5|six|6|seven|7|eight|8|nine|9|ten|10|twelve|12|twenty|20|hundred|100|dozens? of|a hundred) (?:more |different |other |new |style )*(?:${MANY})`,
    99,
  ),
  phrase(
    `(?:a few|some|several|multiple|many|more|some more|a few more|a bunch of|different|various) (?:more |different |other |new |style |avatar )*(?:variations?|versions?|variants?|options|alternatives|ones like (?:that|this)|like (?:that|this))|variations|show me (?:variations|variants|options|alternatives)`,
    0,
  ),
];

export const UNDO =
  'undo|undo that|undo it|scrap (?:that|it)|(?:step|go|move|take me) back|how it was before|like it was before|revert|roll back|rollback|go back|back to the (?:one|version|picture|last|previous)[^.,;!?]{0,20}|the one before(?: that)?|(?:go )?back to the one before|previous (?:one|version|picture)|(?:liked?|loved?|prefer(?:red)?|want) the (?:previous|last|old|earlier|other|original) (?:one|picture|version)(?: more| better| again)?|(?:liked?|loved?|prefer(?:red)?|want|back to|go to|return to) the (?:very )?first (?:one|picture|version)(?: more| better| again)?|the last one was better|that was better before|(?:it|that|this) was better before|take (?:that|it) back|step back|one step back|before that';
/** The same, where nothing else is said. */
export const UNDO_ALONE =
  /^(?:(?:no|nope|nah|ugh|hm+|oh|ok|please|sorry)[\s,.!]+)*(?:previous(?: one)?|cancel(?: that| it)?|back|never ?mind(?: that)?|not that one|as it was(?: before)?|the old one|like before|before was better)(?:[\s,]+please)?[\s.!]*$/u;

/** The way back from an undo; with nothing undone, "redo" draws anew, and "put it back" undoes. */
export const REDO =
  'redo(?: that| it| please)?|undo (?:the|that|my|your) undo|undo undo|un ?undo|(?:bring|put|get) (?:it|that|this|them|those) back(?: on| in)?|go forward(?:s| again)?|forward again|(?:back )?to the (?:later|newer|newest) (?:one|picture|version)|reinstate (?:it|that)';
export const PUT_BACK =
  '(?:bring|put|get|give) (?:it|that|this|them|those|him|her) (?:it |them )?back(?: on| in)?';
export const RESET =
  'start over|start again|start from scratch|from scratch|reset|reset everything|forget everything|clear everything|begin again|new start|clean slate';
export const AGAIN =
  "try again|again|once more|another one|another|another try|another version|redo|re ?do it|regenerate|re ?roll|reroll|retry|different one|a different one|a new one|(?<!(?:first|second|third|last|other|that|this|old|previous) )one more|one more like that|do it again|make another|give me another|shuffle|surprise me|i don't like (?:it|this|that)(?: one)?|don't like it";
export const HELP =
  'help|what can you do|what do you do|how does (?:this|it) work|how do i use (?:this|it)|what is possible|what are my options|(?:what|which) (?:styles?|looks?|backgrounds?|platforms?|poses?|expressions?|lights?|options|things)[^.,;!?]{0,40}|list (?:the |all )?(?:styles|backgrounds|platforms|options)|do you (?:have|know|do|support|make|offer|draw|create)[^.;!?]{0,40}|show me (?:the |your |all )?(?:styles|backgrounds|platforms|list)';
export const GREETING =
  'hi|hello|hey|hi there|hello there|hey there|good (?:morning|afternoon|evening|day)|hiya|greetings|yo';
export const PRAISE =
  "thanks|thank you|thanks a lot|thank you so much|thx|cheers|great|perfect|awesome|nice|cool|wow|amazing|beautiful|love it|i love it|i like it|i really like it|looks? (?:great|good|nice|perfect|amazing|awesome)|that's (?:great|good|nice|perfect|it|amazing|lovely)|that is (?:great|good|nice|perfect)|it's (?:great|good|nice|perfect)|well done|good job|lovely|ok|okay|alright|fine|bye|goodbye|that's all|done|super|excellent|good|very|so much|much|it|really|this one|nothing else|for now";

export const YES =
  'yes|yes please|yep|yeah|yup|sure|of course|ok|okay|do it|do that|please do|go ahead|go for it|sounds good|fine|why not|absolutely|please|alright|correct|right|that one|make it so|definitely|great|perfect|y';
export const NO =
  "no|nope|nah|no thanks|no thank you|don't|do not|rather not|better not|cancel|never mind|nevermind|forget it|not now|leave it|keep the photo|keep my photo|stay with the photo|neither|none|none of them|n|skip it|stop";

/** The person of a photo is to be drawn as a character. */
export const AS_CHARACTER =
  'character(?: avatar)? (?:based on|from|of|out of) (?:this|my|the|that)(?: photo| picture| selfie| image)?|character of me|as a (?:drawn |cartoon |anime |3 ?d )?character|into a (?:drawn |cartoon |anime |3 ?d )?character|consistent character|drawn character|draw me as a character|make the character|my own character|turn (?:me|it|this) into a (?:drawn |cartoon |anime |3 ?d )?character|as a character instead|with a character';
/** Back from the character to the photo. */
export const AS_PHOTO =
  '(?:back to|use|with|from) (?:my|the) (?:real |original |own )?(?:photo|selfie|picture)(?: again| instead)?|real me|the photo again|photo again|with the photo';

/** One picture, however many were spoken of. */
export const ONE_FIRST = 'start with|starting with|first|to begin with|begin with|one at a time';

/** What no avatar has. */
export const NEVER = [
  phrase(
    'video|videos|animate it|animate me|animation|animated gif|gifs?|moving|talk|talking|speak|speaking|sing|voice|audio|sound|clip|lip ?sync',
    'I make still pictures only: no video, no sound and nothing that moves.',
  ),
  phrase(
    '(?:two|2|three|3|four|4|several|more) (?:people|persons|of us)|both of us|(?:me|us) (?:and|&) (?:my|our) (?:\\p{L}+ )?(?:wife|husband|partner|girlfriend|boyfriend|friend|sister|brother|mum|mom|dad|mother|father|son|daughter|family|colleague)s?|(?:add|put|with|and|include) (?:in )?(?:my|his|her|their|our) (?:wife|husband|partner|girlfriend|boyfriend|best friend|friend|sister|brother|mum|mom|dad|mother|father|son|daughter|baby|kids?|children|family|colleagues?|team)(?: (?:too|as well|next to (?:me|him|her)|beside (?:me|him|her)|in))*|group (?:picture|photo|portrait|shot)|couples? (?:picture|photo|portrait|shot)|family (?:picture|photo|portrait)',
    'I draw one person in a picture.',
  ),
  phrase(
    '(?:thin |thick |white |black |coloured |colored |gold |golden )*(?:outline|border|picture frame|photo frame|frame around (?:it|me|the picture|him|her)|drop shadow)(?: around (?:it|me|him|her|the picture|the edge))?',
    'I put no borders and outlines around pictures.',
  ),
  phrase(
    '(?:(?:in )?(?:the )?same colou?r (?:as|of)|match(?:es|ing)?|to match) (?:my|his|her|their|the|your) (?:hair|eyes?|beard|skin|shirt|jacket|dress|clothes|glasses|hat|background|lips|outfit|hoodie|sweater|suit|scarf|tie)',
    'I cannot tell which colour that is: say its name.',
  ),
  phrase(
    'blur (?:out )?(?:the |that |this )?(?:forest|beach|mountains?|castle|city|gradient|colou?rs?|woods|scenery|space|stars)|(?:forest|beach|mountains?|castle|city|woods) (?:(?:a bit|a little|more|be|should|could|to|slightly|is|out) )*(?:blurred|blurry|out of focus)|blurrier',
    'Only the own background of a photo can be blurred; my backgrounds are pictures as they are.',
  ),
  phrase(
    '16 ?: ?9|4 ?: ?3|9 ?: ?16|landscape format|portrait format|wide format|banner|cover photo|wallpaper|rectangular|horizontal format|vertical format|landscape orientation|portrait orientation',
    'My pictures in a conversation are square.',
  ),
  phrase(
    '(?:background|rest|eyes|hair|everything else) (?:(?:still|only|stays?|left|kept|remains|is|to be) )*in colou?r',
    'A picture is in colour as a whole, or not at all.',
  ),
  phrase(
    '(?:curl|curled|curls|curling|twirled|turned) (?:up|upwards?|at the (?:ends|tips))',
    'I cannot draw that.',
  ),
  phrase('jpe?g|webp|svg|pdf|psd|tiff|eps', 'I give pictures as PNG files.'),
  phrase(
    '(?:add|write|put|with) (?:some |my |the |a )?(?:text|name|caption|logo|watermark|title)|(?:\\p{L}+ )?logo|watermark|caption',
    'I put no text and no logos into pictures.',
  ),
  phrase(
    'crop (?:it|me|this|the picture) (?:to|into|in|as|round)[^.,;!?]{0,20}|round picture|oval',
    'My pictures are square, with the head inside the circle that platforms cut out.',
  ),
  phrase(
    '(?:with |using |raising )?(?:his |her |their |my |the )?(?:left|right|other|both|second) (?:hand|arm|thumb)s?',
    'Which hand it is follows from the drawing.',
  ),
  phrase(
    '(?:flip|mirror|rotate) (?:me|him|her|them|the picture|the image|the photo)(?: (?:horizontally|vertically|round|around|over))?|(?:flip|mirror|rotate) (?:it|this) (?:horizontally|vertically|round|around|over)|mirrored|mirror image|upside down',
    'I mirror and turn no pictures: I can turn the head.',
  ),
  phrase(
    '(?:thicker|thinner|bolder|finer|stronger|cleaner|smoother|fewer|more|less|bigger|smaller|larger) (?:lines?|outlines?|brush ?strokes?|strokes|pixels|dots|grain)',
    'The lines of a style are as they are: I can make the whole style weaker or stronger.',
  ),
  phrase('4k|8k', 'A picture has at most 2048 pixels on a side.'),
  phrase(
    '\\d{2,4} ?(?:px|pix|pixels?)|\\d{3,4} ?(?:x|by) ?\\d{3,4}|(?:1024|2048|4096)|(?:bigger|larger|smaller|different) (?:size|file|resolution|dimensions)|(?:size|resolution) (?:bigger|larger|smaller|higher)|hi ?res|high res|hd',
    'In a conversation the size follows from the platform: 800 pixels on a side as a rule.',
  ),
];

/** What every picture is anyway. */
export const GRANTED = [
  phrase(
    '(?:no|without|without any|not any|and no|remove the|remove any) (?:text|writing|letters|logos?|captions?|watermarks?)(?: on (?:it|top))?',
    'I put no text and no logos into pictures.',
  ),
  phrase(
    'png|square|square format|square picture|1 ?: ?1|circular crop|round crop|circle crop|optimi[sz]ed for circular crop|works well at small sizes',
    'My pictures are square PNG files, with the head inside the circle that platforms cut out.',
  ),
];
/** Wishes about the skin of a real person. */
export const SKIN_WISH =
  '(?:lighten|whiten|bleach|brighten|darken) (?:my |the |her |his |their )?(?:skin|face|complexion)|(?:my |the |her |his |their )?(?:skin|face|complexion)(?: tone| colou?r)? (?:be |look |to be |a bit |a little |much |more |slightly )*(?:whiter|lighter|fairer|paler|brighter|darker|white|light|fair|tanned)|(?:whiter|lighter|fairer|paler|brighter|darker) (?:skin|complexion)|(?:my |the |her |his |their )?(?:skin|face|complexion)(?: is| looks?| came out| seems)? (?:a bit |a little |much |way |far )?too (?:dark|pale|light|white|red|pink)|i(?:.m| am| look) (?:a bit |a little |much |way |far )?too (?:dark|pale|white)|make me (?:whiter|white|fairer|paler|look white|look whiter)';
