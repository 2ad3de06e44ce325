import { phrase } from '../words/phrase.js';
import type { Look } from '../recipe/recipe.js';

/** A kind of picture that people name. */
export interface StyleConcept {
  readonly name: string;
  /** Of photos; undefined where no style for photos is meant. */
  readonly style?: string;
  /** Of characters; undefined where no look is meant. */
  readonly look?: Look;
  /** It gives way to any other kind that is named beside it. */
  readonly weak?: true;
  /** A character is dressed for it by the words themselves. */
  readonly costume?: true;
}

const PROFESSIONAL: StyleConcept = {
  name: 'professional',
  style: 'corporate_headshot',
  weak: true,
};
const NATURAL: StyleConcept = { name: 'natural', style: 'social', weak: true };
const EDITORIAL: StyleConcept = { name: 'editorial', style: 'editorial_portrait' };
export const CARTOON: StyleConcept = { name: 'cartoon', style: 'cartoon', look: 'flat' };
export const PIXAR: StyleConcept = { name: 'animated film', style: '3d_render', look: 'toon3d' };
export const RENDER: StyleConcept = { name: '3-D', style: '3d_render', look: 'toon3d' };
const ANIME: StyleConcept = { name: 'anime', style: 'anime_character', look: 'anime' };
const PIXELS: StyleConcept = { name: 'pixel art', style: 'pixel_art' };
const PAINTING: StyleConcept = { name: 'oil painting', style: 'painterly' };
const NOIR: StyleConcept = { name: 'film noir', style: 'noir' };
const VINTAGE: StyleConcept = { name: 'vintage', style: 'vintage' };
const CINEMATIC: StyleConcept = { name: 'cinematic', style: 'cinematic' };
const CYBERPUNK: StyleConcept = { name: 'cyberpunk', style: 'cyberpunk' };
const SCIFI: StyleConcept = { name: 'science fiction', style: 'scifi' };
const ASTRONAUT: StyleConcept = { name: 'astronaut', style: 'scifi', costume: true };
const FUTURISTIC: StyleConcept = { ...SCIFI, weak: true };
const WIZARD: StyleConcept = { name: 'wizard', style: 'fantasy_wizard', costume: true };
const KNIGHT: StyleConcept = { name: 'knight', style: 'fantasy_knight', costume: true };
const ELF: StyleConcept = { name: 'elf', style: 'fantasy_elf', costume: true };
/** Wizard, knight or elf. */
export const FANTASY: StyleConcept = { name: 'fantasy', weak: true };

export const FANTASIES: readonly StyleConcept[] = [WIZARD, KNIGHT, ELF];

/** Every kind, in the order in which they are offered. */
export const STYLE_CONCEPTS: readonly StyleConcept[] = [
  PROFESSIONAL,
  CARTOON,
  RENDER,
  ANIME,
  PAINTING,
  PIXELS,
  EDITORIAL,
  NATURAL,
  NOIR,
  VINTAGE,
  CINEMATIC,
  CYBERPUNK,
  SCIFI,
  WIZARD,
  KNIGHT,
  ELF,
];

export const STYLES = [
  phrase(
    'professional|professionally|corporate|business|businesslike|headshot|headshots|head shot|corporate headshot|professional headshot|cv|resume|résumé|executive|formal|business card|email signature|staff page|team page|job (?:interview|application|hunt|search)|interview|(?<!(?:too|not|so) [\\p{L}-]{2,20} )for (?:my |the |a |our )?(?:new )?(?:work|job|company|firm|boss|clients?|employer)|work (?:profile|photo|picture|avatar|account)',
    PROFESSIONAL,
  ),
  phrase(
    'editorial|magazine|magazine cover|fashion shoot|fashion photo|fashion portrait|vogue|editorial portrait',
    EDITORIAL,
  ),
  phrase(
    'realistic|photorealistic|photo realistic|hyperrealistic|lifelike|life like|natural look|natural photo|casual|casual photo|influencer|real photo|like a real photo|normal photo|ordinary photo|social',
    NATURAL,
  ),
  phrase(
    'cartoon|cartoons|cartoony|cartoonish|cartoonized|cartoonised|cartoonify|toon|comic|comics|comic book|comic style|graphic novel|illustration|illustrations|illustrated|vector art|vector illustration|flat style|flat illustration|flat design|flat vector|flat look|hand drawn|cell shaded|cel shaded|in flat|flat',
    CARTOON,
  ),
  phrase('pixar|disney|dreamworks|animated film|animated movie|animation film|animated feature', PIXAR),
  phrase(
    '3 ?d|3 ?d render|3 ?d rendered|3 ?d rendering|3 ?d model|3 ?d modelled|3 ?d modeled|3 ?d style|three dimensional|cgi|rendered|video game character|game character|videogame character',
    RENDER,
  ),
  phrase(
    'anime|manga|japanese (?:comics?|cartoons?|style)(?: figure| character| hero)?|anime style|japanese animation|ghibli|waifu|shonen',
    ANIME,
  ),
  phrase(
    'pixel art|pixelart|pixel|pixels|pixelated|pixelate|8 bit|8bit|16 bit|16bit|eight bit|retro game|retro games|retro video game',
    PIXELS,
  ),
  phrase(
    'painting|oil painting|oil paint|oils|painterly|painted|painted portrait|like a painting|brush strokes|brushstrokes|(?:old|dutch|italian|flemish) masters?',
    PAINTING,
  ),
  phrase(
    'noir|film noir|bw|b w|b ?n ?w|black n white|black white|black and white|black & white|b&w|b\\/w|monochrome|greyscale|grayscale',
    NOIR,
  ),
  phrase(
    'vintage|vintage film|old (?:film|movie|school (?:photo|picture|look|film))|grainy(?: film| photo| old film)?|film grain|film look|analog(?:ue)?|old photo|old photograph|old timey|polaroid|analog film|analogue film|analog photo|analogue photo|retro photo|retro film|retro style|retro look|70s|seventies|1970s|1950s|(?:(?:19)?[2-9]0.?s|twenties|thirties|forties|fifties|sixties|eighties|nineties) (?:album|record|vibes?|look|style|photo|photograph|film|movie|magazine|aesthetic|poster|feel|polaroid|snapshot|yearbook)(?: covers?| photo| picture| vibes?| look| style)*|sepia|kodachrome|faded film',
    VINTAGE,
  ),
  phrase('cinematic|movie still|film still|like a movie|like in a movie|like a film|movie poster', CINEMATIC),
  phrase('cyberpunk|cyber punk|blade runner|blade runner aesthetic', CYBERPUNK),
  phrase('sci ?fi|science fiction|science fictional|space themed|space opera|starship captain', SCIFI),
  phrase('astronaut|cosmonaut|spaceman|spacewoman|space explorer', ASTRONAUT),
  phrase('futuristic|future', FUTURISTIC),
  phrase('wizard|wizards|mage|sorcerer|sorceress|warlock|witch|magician|spellcaster|archmage', WIZARD),
  phrase(
    'knight|knights|paladin|warrior|rpg hero|rpg hero character|medieval hero|crusader|medieval warrior',
    KNIGHT,
  ),
  phrase('elf|elves|elven|elvish|elfin', ELF),
  phrase('fantasy|high fantasy|fantasy themed|fantasy art|rpg|dungeons and dragons|d&d', FANTASY),
];

/** Kinds of pictures that people wish and that there are none of. */
export const UNKNOWN_STYLES = [
  phrase(
    'watercolou?r|watercolou?rs|sketch|pencil drawing|pencil sketch|pencil|charcoal drawing|lego|claymation|clay|pop art|warhol|steampunk|vaporwave|synthwave|low poly|line art|stained glass|graffiti|ukiyo e|chibi|south park|simpsons|minecraft|roblox|fortnite|funko|funko pop|bobblehead|caricature|mosaic|origami|picasso|van gogh|monet|cubist|cubism|impressionist|impressionism|art nouveau|art deco|bauhaus|gothic|western|sticker|emoji|memoji|bitmoji|barbie|action figure|plush|puppet|sculpture|statue|hologram|glitch|double exposure|thermal|x ray|surreal|surrealist|renaissance|baroque|victorian|barbarian|viking|pirate|ninja|samurai|vampire|zombie|superhero|robot|android|alien|mermaid|angel|demon|pharaoh|cowboy|clown|king|queen|prince|princess|orc|dwarf|goblin|fairy|dragon',
    true,
  ),
];
