import { phrase } from '../words/phrase.js';
import type { Light } from '../recipe/recipe.js';

const LIGHT =
  '(?:light|lights|lighting|lit|tones|tone|glow|filter|colou?rs|colou?r temperature|temperature|white balance|mood|look|picture|photo|image)';

/** null: the light that the style has. */
export const LIGHTS_SAID = [
  phrase<Light | null>(
    `warm(?:er)? ${LIGHT}|${LIGHT} (?:a bit |a little |much |slightly |more )?warm(?:er)?|warmer|golden hour|golden hour light(?:ing)?|sunset light(?:ing)?|golden light(?:ing)?|candle ?light|evening light|soft warm ${LIGHT}|warm it up|warm up|more golden|sunny light|yellower light|light (?:be |look |is )?(?:a bit |a little |much |slightly |more )?warmer|lighting (?:be |look )?warmer`,
    'warm',
  ),
  phrase<Light | null>(
    `(?:cool(?:er)?|cold(?:er)?|blue|bluish) ${LIGHT}|${LIGHT} (?:a bit |a little |much |slightly |more )?(?:cooler|colder|bluer)|colder|cooler|moonlight|cool it down|cool tones|cold tones|bluish light|daylight blue`,
    'cool',
  ),
  phrase<Light | null>(
    'soft light(?:ing)?|softer light(?:ing)?|softer|diffuse light(?:ing)?|diffused light(?:ing)?|gentle light(?:ing)?|even light(?:ing)?|flat light(?:ing)?|soft box|softbox|less harsh light(?:ing)?|less contrast|no shadows|fewer shadows|soften the (?:light|lighting|shadows)|light(?:ing)? (?:a bit |a little |much |more )?softer|soft lighting',
    'soft',
  ),
  phrase<Light | null>(
    'dramatic light(?:ing)?|moody light(?:ing)?|moody|more dramatic|dramatic|more contrast|high contrast|higher contrast|chiaroscuro|rembrandt(?: light(?:ing)?)?|hard light(?:ing)?|harder light(?:ing)?|strong shadows|deeper shadows|light(?:ing)? more dramatic|low key light(?:ing)?|dramatic sunset|dramatic lighting with [^.,;!?]{1,30}',
    'dramatic',
  ),
  phrase<Light | null>(
    'natural light(?:ing)?|normal light(?:ing)?|neutral light(?:ing)?|original light(?:ing)?|usual light(?:ing)?|light as (?:it was )?before|studio light(?:ing)?(?: setup)?|perfect light(?:ing)?|good light(?:ing)?|clean light(?:ing)?|great light(?:ing)?|better light(?:ing)?',
    null,
  ),
];

/** Wishes about light that are refused for the skin's sake, or that nothing does. */
export const NO_LIGHTS = [
  phrase(
    'brighter|more light|lighter|brighten|brighten it up|light it up|lighten|lighten it|less dark|over ?exposed',
    'brighter',
  ),
  phrase('darker|darken|dimmer|less light|less bright|dim', 'darker'),
  phrase(
    'neon light(?:ing)?|coloured light(?:ing)?|colored light(?:ing)?|red light(?:ing)?|green light(?:ing)?|purple light(?:ing)?|back ?lit|back ?light(?:ing)?|rim light(?:ing)?|spot ?light',
    'coloured',
  ),
];
