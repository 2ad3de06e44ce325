import { phrase } from '../words/phrase.js';

/** What stands behind the person, and in which colours. */
export interface BackgroundValue {
  readonly background?: string;
  readonly palette?: string;
}

/** Backgrounds that are meant wherever they are named. */
export const BACKGROUNDS = [
  phrase(
    'beach|beach at sunset|tropical beach|sunset beach|tropical beach at sunset|ocean waves|palm trees|seaside|tropical|sea|ocean',
    { background: 'beach_sunset' },
  ),
  phrase(
    'mountain|mountains|mountain landscape|scenic mountains|mountain view|mountain range|alps|in the mountains|alpine',
    { background: 'mountains' },
  ),
  phrase(
    'neon city|neon lit city|city at night|night city|dark city|city lights|neon signs|neon street|rainy city|city in the rain|cyberpunk city|tokyo at night|times square|dark city background with rain and neon signs|neon skyline',
    { background: 'neon_city' },
  ),
  phrase('castle|castles|medieval castle|castle at dusk|fortress|castle at sunset', {
    background: 'castle_dusk',
  }),
  phrase(
    'in space|into space|(?:among|between|in front of|under) (?:the )?stars|stars (?:all )?(?:behind|around|in the background)|starry (?:sky|background|night|backdrop)|night sky full of stars|(?:background|backdrop) (?:(?:to|of|with|is|full of) )*(?:the |a )?(?:stars|galaxies|planets)|(?:background|backdrop) (?:to |of |with |is )*(?:a |the )?space|outer space|galaxy|nebula|stars and planets|starry space|deep space|cosmos|space background|space backdrop|in front of a planet|milky way',
    { background: 'space' },
  ),
  phrase(
    'forest|enchanted forest|magical forest|woods|woodland|in the woods|old wood|deep forest|magic forest',
    { background: 'enchanted_forest' },
  ),
  phrase('(?:vibrant |colou?rful |smooth |modern |soft )*gradient(?: background| backdrop)?', {
    background: 'gradient',
  }),
  phrase(
    'pastel gradient background|pastel gradient|pastel background|pastel backdrop|pastel colou?rs|pastels|pastel',
    {
      background: 'pastel',
    },
  ),
  phrase('soft gr[ae]y gradient|gr[ae]y gradient|gr[ae]y studio|neutral gr[ae]y', {
    background: 'studio_light',
    palette: 'neutral_grey',
  }),
  phrase(
    '(?:dark|darkish|moody|dim) (?:plain |simple |clean |neutral )*(?:background|backdrop)|(?:background|backdrop) (?:(?:should|must|be|is|to|in|a|something|rather|quite|very|just|all) )*dark|dark studio|clean dark studio|black studio|charcoal studio|dark gr[ae]y studio',
    {
      background: 'studio_light',
      palette: 'charcoal',
    },
  ),
  phrase(
    '(?:light|bright|airy) (?:plain |simple |clean |neutral )*(?:background|backdrop)|(?:background|backdrop) (?:(?:should|must|be|is|to|in|a|something|rather|quite|very|just|all) )*(?:light|bright)|white studio|bright studio|light studio',
    { background: 'studio_light', palette: 'soft_white' },
  ),
  phrase('navy studio|dark blue studio', { background: 'studio_light', palette: 'navy' }),
  phrase('warm studio|glowing wall', { background: 'warm_studio' }),
  phrase(
    'studio background|studio backdrop|clean studio background|in a studio|photo studio|(?:plain|simple|clean|neutral|minimal|minimalist|empty looking|boring|normal|basic|uncluttered|unobtrusive|quiet) (?:simple |clean |plain |neutral |studio )*(?:background|backdrop|wall)|(?:in|at) (?:a |the )?studio|studio (?:look|setting|shot|portrait|photo|picture)|studio(?=[\\s]*(?:$|[.,;!?]))',
    { background: 'studio_light' },
  ),
  phrase('comic rays|sun ?rays background|comic background|halftone|rays and dots', {
    background: 'comic_rays',
  }),
  phrase('neon shapes|neon geometric|geometric neon|neon disc|rgb lighting|rgb lights|rgb lighting effects', {
    background: 'neon_geometric',
  }),
  phrase('venetian blinds|blinds|light through blinds', { background: 'blinds' }),
  phrase('pixel sky|pixel dusk|pixel background', { background: 'pixel_dusk' }),
  phrase(
    'transparent|transparency|see through|no background|no more background|no backdrop|nothing behind (?:me|him|her|them)|without a background|without background|without any background|remove the background|remove background|cut ?out|cut me out|cut out|background removed|delete the background|take (?:away|out) the background|get rid of the background|(?:ditch|lose|drop|kill|scrap|cut|nuke|dump|erase|clear|strip|remove|delete|get rid of|take away|take out|take off|hide) (?:out |away |off )?(?:the |that |this |my |any |its |his |her )?(?:whole |entire |old |ugly )?(?:background|backdrop)|(?:take|cut|strip) (?:the |that |my )?(?:background|backdrop) (?:out|away|off)|(?:background|backdrop) (?:off|away|gone|removed)|(?:no|without|w/o) (?:background|backdrop|bg)|just me(?:,)? no background|empty background|alpha channel',
    { background: 'transparent' },
  ),
  phrase(
    "(?:my|the|its|our) (?:own|original|real) background(?: but| and|,)?(?: a bit| slightly)?(?: blurred| blurry| out of focus)?|blur the background|blurred background|blurry background|background blur|background blurred|blur my background|blur what's behind me|(?:keep|leave) (?:my|the) (?:own |original |real )?(?:background|backdrop)(?:,)? (?:but )?(?:blur(?:red)?|blurry|soft|out of focus)|(?:background|backdrop) (?:(?:a bit|a little|slightly|more|is|should be|to be|all|really|very|nice and|just) )*(?:out of focus|blurred|blurry|defocused|unsharp|softly blurred|blurred out)|(?:blurred|blurry|defocused|unfocused|out of focus|soft focus) (?:background|backdrop|bg)|(?:my|our) (?:own )?(?:\\p{L}+ )?(?:office|room|kitchen|garden|house|home|desk|background|wall|place|flat|living room|street)(?: just| a bit| nicely)? (?:blurred|blurry|out of focus|defocused)(?: out)?(?: behind (?:me|us))?|blur (?:out )?(?:everything|all|what is|the stuff|the room|the rest|it all) behind (?:me|us)|blur (?:out )?(?:my|the|that|this) (?:background|backdrop|surroundings|room|office)|original background|background from the photo|background of the photo",
    { background: 'original_blur' },
  ),
  phrase('dark bokeh|deep bokeh|background as bokeh|bokeh of my own background', {
    background: 'deep_bokeh',
  }),
];

/** Words for what stands behind the person. */
export const BACKGROUND_NOUN =
  'background|backgrounds|backdrop|behind me|behind him|behind her|behind them|behind us|in the back|at the back|in back|behind(?=[\\s]*(?:$|[.,;!?]))';

/** Colours by their names. */
export const COLOURS: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  grey: '#8a8d91',
  gray: '#8a8d91',
  'light grey': '#c9cccf',
  'light gray': '#c9cccf',
  'dark grey': '#3c3f43',
  'dark gray': '#3c3f43',
  red: '#c8372f',
  'dark red': '#7d1d1d',
  orange: '#ef8a3c',
  yellow: '#f2c230',
  green: '#4a9b5a',
  'dark green': '#1f4d33',
  'light green': '#a8d8a0',
  mint: '#a9e0c8',
  teal: '#1f8a8a',
  turquoise: '#3cc0bd',
  cyan: '#38bfe0',
  blue: '#3b6fd4',
  'light blue': '#a5cbee',
  'sky blue': '#8fc4ee',
  'dark blue': '#1d2f5e',
  navy: '#1f2d4d',
  purple: '#7b3fc4',
  violet: '#7f4fd0',
  lavender: '#c4b5ec',
  pink: '#ee8fb4',
  'hot pink': '#ee4c93',
  magenta: '#cf3aa0',
  brown: '#7a5238',
  beige: '#dccdb6',
  cream: '#f3ead8',
  gold: '#cfa544',
  peach: '#f7c5a4',
  maroon: '#6a2230',
  burgundy: '#6d1f33',
  coral: '#f2836b',
};

export const COLOUR =
  '#[0-9a-f]{6}|#[0-9a-f]{3}|' +
  Object.keys(COLOURS)
    .sort((one, other) => other.length - one.length)
    .join('|');

/** Two colours that are a palette of their own. */
export const COLOUR_PAIRS: Readonly<Record<string, string>> = {
  'purple blue': 'purple_blue',
  'blue purple': 'purple_blue',
  'peach lavender': 'peach_lavender',
  'pink cyan': 'neon_pink_cyan',
};

/** Kinds of background that there is nothing of, with what comes nearest. */
export const PLACES = [
  phrase('neon', ['neon_geometric', 'neon_city']),
  phrase('trees|plants|greenery|leaves|flowers', ['enchanted_forest', 'mountains']),
  phrase('city|cityscape|skyline|street|downtown|urban', ['neon_city', 'original_blur']),
  phrase('sunset|sunrise|dusk|dawn', ['beach_sunset', 'castle_dusk', 'mountains']),
  phrase(
    'office|modern office|library|bookshelf|bookshelves|cafe|coffee shop|kitchen|home|room|classroom|restaurant|bar|stage|gym|stadium|lab|laboratory|hospital',
    ['studio_light', 'warm_studio', 'original_blur'],
  ),
  phrase(
    'volcano|desert|snow|snowy|winter|canyon|lake|river|waterfall|garden|park|meadow|jungle|field|nature|outdoors|countryside|farm|sky|clouds|underwater|island|hill|hills|landscape',
    ['mountains', 'enchanted_forest', 'beach_sunset'],
  ),
  phrase('space|planet|moon|mars|spaceship|space ship|stars', ['space']),
];
