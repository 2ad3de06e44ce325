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
export const EDITORIAL: StyleConcept = { name: 'editorial', style: 'editorial_portrait' };
export const EDITORIAL_IN_BLACK_AND_WHITE: StyleConcept = {
  name: 'editorial in black and white',
  style: 'editorial_portrait_bw',
};
export const CARTOON: StyleConcept = { name: 'cartoon', style: 'cartoon', look: 'flat' };
export const PIXAR: StyleConcept = { name: 'animated film', style: '3d_render', look: 'toon3d' };
export const RENDER: StyleConcept = { name: '3-D', style: '3d_render', look: 'toon3d' };
const ANIME: StyleConcept = { name: 'anime', style: 'anime_character', look: 'anime' };
const PIXELS: StyleConcept = { name: 'pixel art', style: 'pixel_art' };
const PAINTING: StyleConcept = { name: 'oil painting', style: 'painterly' };
export const NOIR: StyleConcept = { name: 'film noir', style: 'noir' };
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
    'professional|professionally|corporate|business|businesslike|headshot|headshots|head shot|corporate headshot|professional headshot|cv|resume|résumé|executive|formal|business card|email signature|staff (?:page|photo|picture|portrait|avatar|directory)|team (?:page|photo)|job (?:interview|application|hunt|search)|interview|(?<!(?:too|not|so) [\\p{L}-]{2,20} )for (?:my |the |a |our )?(?:new )?(?:work|job|company|firm|boss|clients?|employer)|work (?:profile|photo|picture|avatar|account)',
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
    "cartoon|cartoons|cartoony|cartoonish|cartoonized|cartoonised|cartoonify|toon|comic|comics|comic book|comic style|graphic novel|illustration|illustrations|illustrated|vector art|vector illustration|flat style|flat illustration|flat design|flat vector|flat look|hand drawn|children'?s (?:story ?)?books?(?: illustrations?)?|kids'? (?:story ?)?books?|picture book|story ?book|cell shaded|cel shaded|in flat|flat",
    CARTOON,
  ),
  phrase('pixar|disney|dreamworks|animated film|animated movie|animation film|animated feature', PIXAR),
  phrase(
    '3 ?d|3 ?d render|3 ?d rendered|3 ?d rendering|3 ?d model|3 ?d modelled|3 ?d modeled|3 ?d style|three dimensional|cgi|rendered|video game character|game character|videogame character',
    RENDER,
  ),
  phrase(
    'anime|manga|japanese (?:comics?|cartoons?|style)(?: figure| character| hero)?|anime style|japanese animation|studio ghibli|ghibli|waifu|shonen',
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

/** Kinds of pictures that people wish and that there are none of, with those that come near. */
export const UNKNOWN_STYLES = [
  phrase<readonly StyleConcept[]>(
    'watercolou?rs?|aquarelle|gouache|acrylics?|acrylic painting|fresco|ukiyo e|picasso|van gogh|monet|klimt|frida kahlo|cubist|cubism|impressionist|impressionism|expressionist|expressionism|art nouveau|art deco|bauhaus|renaissance|baroque|victorian|surreal|surrealist|surrealism|abstract|pastel drawing|chalk drawing|chalk|mosaic|stained glass|graffiti|street art|mural',
    [PAINTING, CARTOON],
  ),
  phrase<readonly StyleConcept[]>(
    'sketch|sketches|sketchy|line drawing|line art|(?:pencil|charcoal|ink|pen|crayon) (?:drawing|sketch|portrait|style)|pencil|charcoal(?! (?:gr[ae]y|suit|jacket|background|backdrop|studio|hoodie|sweater|coat|shirt))|crayon|engraving|woodcut|linocut|etching|silhouette|pop art|warhol|caricature|south park|simpsons|family guy|rick and morty|stencil|poster art|sticker|emoji|origami|paper cut|papercut',
    [CARTOON, PAINTING],
  ),
  phrase<readonly StyleConcept[]>(
    'lego|claymation|clay|plasticine|low poly|roblox|fortnite|the sims|sims|funko|funko pop|bobblehead|memoji|bitmoji|barbie|action figure|plush|puppet|muppet|sculpture|statue|hologram|toy',
    [RENDER, CARTOON],
  ),
  phrase<readonly StyleConcept[]>('minecraft|voxel|game ?boy|nintendo|super mario|arcade', [PIXELS, RENDER]),
  phrase<readonly StyleConcept[]>('chibi|kawaii|sailor moon|dragon ball|naruto|pokemon', [ANIME, CARTOON]),
  phrase<readonly StyleConcept[]>('vaporwave|synthwave|glitch|glitch art|steampunk', [CYBERPUNK, SCIFI]),
  phrase<readonly StyleConcept[]>(
    'barbarian|viking|orc|dwarf|goblin|fairy|dragon|samurai|gladiator|king|queen|prince|princess',
    [KNIGHT, ELF, WIZARD],
  ),
  phrase<readonly StyleConcept[]>('robot|android|alien|superhero|super hero', [SCIFI, CYBERPUNK, CARTOON]),
  phrase<readonly StyleConcept[]>('gothic|western|cowboy|pharaoh', [VINTAGE, CINEMATIC]),
  phrase<readonly StyleConcept[]>(
    'double exposure|thermal|x ray|pirate|ninja|vampire|zombie|mermaid|angel|demon|clown|devil|ghost|mummy|werewolf',
    [],
  ),
];
