import { phrase } from '../words/phrase.js';
import type { Light } from '../recipe/recipe.js';

const LIGHT =
  '(?:light|lights|lighting|lit|tones|tone|glow|filter|colou?rs|colou?r temperature|temperature|white balance|mood|look|picture|photo|image)';
/** Of these "cool" says the colour; a cool picture is a good one. */
const TONE =
  '(?:light|lights|lighting|tones|tone|glow|filter|colou?rs|colou?r temperature|temperature|white balance)';
const FEEL = '(?:vibes?|feel|feeling|atmosphere|mood)';

/** Hair and cloth may be lighter and darker, bluer and redder. */
const NOT_OF_SOMEBODY =
  '(?! (?:skin|complexion|hair|eyes?|beard|brows|eyebrows|lips|blond|blonde|brown|red|blue|green|gr[ae]y|purple|pink|jacket|shirt|hoodie|dress|suit|frame|glasses|hat|clothes|background|backdrop|smile|grin|expression|sweater|jumper|cardigan|coat|blouse|top|tie|cap|beanie|scarf|shade))';

const BE =
  '(?:(?:to|should|could|can|might|must|a|be|is|are|look|bit|little|touch|tad|much|slightly|somewhat|even|rather|lot|please) )*';
/** "The light could be a little gentler", "gentler light". */
const comparing = (comparatives: string): string =>
  `(?:${comparatives}) ${LIGHT}|${LIGHT} ${BE}(?:${comparatives})`;

const TINT = '(?:tint|cast|hue|tinge|colou?r cast|sheen)';
const NOT_THAT =
  '(?:about|no|without|remove|lose|get rid of|reduce|take out|not) (?:the |that |this |so much |any )?';

/** Of these a little less is meant. */
const LESS = '(?:less|not (?:so|as|that|quite so|too)|(?:a bit |a little |way |much |far )?too|overly)';

/** null: the light that the style has. */
export const LIGHTS_SAID = [
  phrase<Light | null>(
    `${comparing('warmer|cosier|cozier|sunnier|more golden')}|${NOT_THAT}(?:blue|bluish|cold|cool|icy) ${TINT}|(?:warm|golden|yellow|orange|sepia) ${TINT}|${LIGHT}(?:'s|s)? (?:is |are |looks? |seems? |feels? )?too (?:cold|cool|blue)|(?:nice and|something|a bit|a little|slightly|keep it|make it|make this|nice,?|all|more) warm(?=\\s*(?:$|[,.;:!?)]|please|now|and(?! (?:friendly|welcoming|kind))|but|with))|warmish|not (?:warm|golden) enough|warm(?:er)? (?:${LIGHT}|${FEEL})|${LESS} (?:blue|bluish|cold|cool|icy)${NOT_OF_SOMEBODY}|${LIGHT} (?:a bit |a little |much |slightly |more )?warm(?:er)?|warmer${NOT_OF_SOMEBODY}|(?:like|feel(?:s)? like) (?:a |the )?sunset|sunset glow|evening sun|cosy|cozy|cosier|cozier|warm (?:the |my |this |that )?(?:picture|photo|image|light|lighting|colou?rs|tones|whole thing|face)(?: up)?|warm everything up|golden hour|golden hour light(?:ing)?|sunset light(?:ing)?|golden light(?:ing)?|candle ?light|evening light|soft warm ${LIGHT}|warm it up|warm up|more golden|sunny light|yellower light|light (?:be |look |is )?(?:a bit |a little |much |slightly |more )?warmer|lighting (?:be |look )?warmer`,
    'warm',
  ),
  phrase<Light | null>(
    `${comparing('colder|icier|more bluish')}|${NOT_THAT}(?:yellow|orange|warm|red|reddish|golden|yellowish|orangey|pink|sepia) ${TINT}|(?:blue|bluish|cold|cool|icy) ${TINT}|(?:cool|blue) ${TONE}|(?:cooler|cold(?:er)?|bluish) ${LIGHT}(?<!cooler look)|cold(?:er)? ${FEEL}|${LESS} (?:warm|yellow|orange|red|reddish|golden)${NOT_OF_SOMEBODY}|not (?:cool|cold) enough|${LIGHT} (?:a bit |a little |much |slightly |more )?(?:colder|bluer)|(?:${TONE}|picture|photo|image) (?:a bit |a little |much |slightly |more )?cooler|colder|(?<!look )(?<!looks )(?<!looking )(?<!me )(?<!him )(?<!her )(?<!them )cooler(?=\\s*(?:$|[,.;:!?)]|please|now|and|but|then|with|if))|cool (?:the |my |this )?(?:picture|photo|image|light|lighting|colou?rs|tones)(?: down)?|cool everything down|icy|wintry light|moonlight|cool it down|cool tones|cold tones|bluish light|daylight blue`,
    'cool',
  ),
  phrase<Light | null>(
    `${comparing('softer|gentler|milder|kinder|more (?:gentle|diffuse|even|flattering)|less (?:harsh|hard|strong)')}|${LESS} (?:dramatic|moody|edgy|harsh|contrasty|intense shadows|shadowy)|(?:a bit |a little |way |much |a lot )?less (?:contrast|shadows?|drama)|too (?:much|many) (?:contrast|shadows?|drama)|not soft enough|soft light(?:ing)?|softer light(?:ing)?|softer${NOT_OF_SOMEBODY}|diffuse light(?:ing)?|diffused light(?:ing)?|gentle light(?:ing)?|even light(?:ing)?|flat light(?:ing)?|soft box|softbox|harsh shadows|no shadows|(?:kill|remove|lose|drop) the shadows|fewer shadows|soften the (?:light|lighting|shadows)|light(?:ing)? (?:a bit |a little |much |more )?softer|soft lighting`,
    'soft',
  ),
  phrase<Light | null>(
    `${comparing('moodier|harder|more (?:dramatic|contrasty)')}|(?<!(?:me|him|her|them|looks?|looking) (?:a bit |a little )?)(?:moodier|edgier)|${LESS} flat${NOT_OF_SOMEBODY}|not (?:dramatic|moody) enough|not enough (?:contrast|drama)|dramatic light(?:ing)?|moody light(?:ing)?|moody|more drama|more dramatic|dramatic|more contrast|high contrast|higher contrast|chiaroscuro|rembrandt(?: light(?:ing)?)?|hard light(?:ing)?|harder light(?:ing)?|strong shadows|deeper shadows|light(?:ing)? more dramatic|low key light(?:ing)?|dramatic sunset|dramatic lighting with [^.,;!?]{1,30}`,
    'dramatic',
  ),
  phrase<Light | null>(
    '(?:neutral|natural) (?:colou?rs|tones?|tint|colou?r temperature|white balance)|(?<=(?:tint|cast|hue|tones?|light|lighting|colou?rs|white balance)(?![\\p{L}])[^.;!?]{0,20})neutral|natural light(?:ing)?|normal light(?:ing)?|neutral light(?:ing)?|original light(?:ing)?|usual light(?:ing)?|light as (?:it was )?before|(?:fix|improve|correct|sort out) (?:the |my |this )?light(?:ing)?|light(?:ing)? fixed|studio light(?:ing)?(?: setup)?|perfect light(?:ing)?|good light(?:ing)?|clean light(?:ing)?|great light(?:ing)?|better light(?:ing)?',
    null,
  ),
];

/** Wishes about light that are refused for the skin's sake, or that nothing does. */
export const NO_LIGHTS = [
  phrase(
    `(?:brighter|more light|lighter|brighten|brighten (?:it|this|me|everything) up|light (?:it|me) up|lighten|lighten it(?: up)?|${LESS} (?:dark|dim|gloomy)|under ?exposed|more exposure|more bright)${NOT_OF_SOMEBODY}`,
    'brighter',
  ),
  phrase(
    `(?:darker|darken|dimmer|less light|${LESS} (?:bright|light)|dim|over ?exposed|less exposure)${NOT_OF_SOMEBODY}`,
    'darker',
  ),
  phrase(
    'neon light(?:ing)?|coloured light(?:ing)?|colored light(?:ing)?|red light(?:ing)?|green light(?:ing)?|purple light(?:ing)?|back ?lit|back ?light(?:ing)?|rim light(?:ing)?|spot ?light',
    'coloured',
  ),
  phrase(
    `(?:side light(?:ing)?|light(?:ing)? (?:should |to |could )?(?:come |comes |coming |be |falling |fall )?(?:in )?from (?:the |my |his |her )?(?:left|right|side|above|below|behind|top|back|window|front)(?: side)?|(?:left|right) side lit|lit from (?:the |my |his |her )?(?:left|right|side|above|below|behind)|(?:move|turn) the light(?:ing)?(?: to the (?:left|right))?)`,
    'direction',
  ),
];
