import { elsewhere, noun, quality, says, undrawn, type Phrases } from '../sense.js';

/** Features of the face, skin and build. */
export const FACE: Phrases = {
  'eye(s)|eyed|iris|irises|eye colour|eye color|gaze': noun('eyes'),
  'eyelid(s)|lid(s)|lidded': noun('eyes'),
  'lash(es)|eyelash(es)': noun('lashes'),
  'brow(s)|eyebrow(s)|browed': noun('brows'),
  'unibrow|monobrow': elsewhere('not-drawn'),
  'nose|nosed': noun('nose'),
  'lip(s)|mouth|lipped|pout': noun('mouth'),
  'lipstick|lip gloss|lip colour|lip color|painted lips': noun('mouth'),
  'face|faced|face shape|facial shape': noun('face'),
  'jaw|jawline|jawed|jaw line': noun('jaw'),
  'chin|chinned': noun('chin'),
  'cheek(s)|cheeked': noun('cheeks'),
  'ear(s)|eared': noun('ears'),
  'skin|skinned|complexion|complexioned|skin tone|skin colour|skin color': noun('skin'),
  'build|built|figure|frame|physique|body': noun('body'),
  'shoulder(s)|shouldered': noun('shoulders'),

  'almond|almond shaped': quality('almond'),
  'upturned|cat like|catlike|upswept|turned up': quality('upturned'),
  'downturned|droopy|drooping|puppy': quality('downturned'),
  'wide set|wideset|widely spaced|far apart': quality('wide_set'),
  'close set|closeset|closely set|close together': quality('close_set'),
  'hooded|heavy lidded|drooping lids': quality('hooded'),
  'hooded eyes|hooded lids|heavy lidded eyes|hooded eyelids|heavy lids|heavy eyelids': says({
    'eyes.lid': 'hooded',
  }),
  'monolid(s)|monolid eyes|single eyelid(s)|single lid(s)|epicanthic folds|monolidded': says({
    'eyes.lid': 'single',
  }),
  'double eyelid(s)|double lid(s)|double lidded': says({ 'eyes.lid': 'double' }),
  'sleepy|half closed|dreamy|bedroom': quality('sleepy'),
  'doe eyed|doe eyes|big eyed|wide eyed|bright eyed': says({ 'eyes.size': 0.76 }),

  'aquiline|roman|hooked|hawkish|hook|beaky|eagle': quality('aquiline'),
  button: quality('button'),
  'snub|pug|ski slope|turned up nose': quality('snub'),
  bulbous: quality('bulbous'),
  'high bridged': quality('high'),

  'arched|curved|arching': quality('arched'),
  'angled|angular|slanted|v shaped': quality('angled'),
  'bushy|unruly': quality('bushy'),
  'heart shaped|heart': quality('heart'),
  'oval|oval shaped|egg shaped': quality('oval'),
  'round|rounded|circular|roundish': quality('round'),
  'square|squared|rectangular|rectangle|boxy|oblong': quality('square'),
  'chubby|plump|pudgy|fleshy|cherubic': quality('chubby', { 'face.cheeks': 0.84 }),
  'full cheeked|round cheeked|chubby cheeked|plump cheeked|apple cheeked': says({ 'face.cheeks': 0.84 }),
  'gaunt|hollow|sunken|haggard|hollow cheeked': quality('hollow', { 'face.cheeks': 0.14 }),
  'pointed|pointy|sharp': quality('pointed'),
  'strong|prominent|chiselled|chiseled|defined|bold|firm': quality('strong'),
  'weak|delicate|receding chin': quality('weak'),
  soft: quality('soft'),
  'square jawed|strong jawed|lantern jawed|chiselled features|chiseled features': says({ 'face.jaw': 0.86 }),

  'big|large|huge|oversized|oversize|chunky|enormous|massive|great big|bigger|larger': quality('big'),
  'small|little|tiny|petite|smaller|dainty': quality('small'),
  'long|longer|lengthy': quality('long'),
  'short|shorter|shortish': quality('short'),
  'thick|thicker|heavy set brows': quality('thick'),
  'thin|thinner|thinly': quality('thin'),
  'trimmed|well trimmed|groomed|well groomed|well kept|manicured': quality('trimmed'),
  'full|fuller|luscious|plumped|pillowy|generous': quality('full'),
  'wide|wider|broad|broader': quality('wide'),
  'narrow|narrower': quality('narrow'),
  'flat|low': quality('flat'),
  high: quality('high'),
  straight: quality('straight'),

  'freckles|freckled|freckle|freckly|freckle faced|freckled face|freckled cheeks|freckled nose': says({
    accessories: ['freckles'],
  }),
  'beauty mark|beauty spot|mole(s)|birthmark': noun('jewellery', { accessories: ['mole'] }, { colours: [] }),
  'scar(s)|scarred|battle scar(s)|facial scar|scar across': noun(
    'jewellery',
    { accessories: ['scar'] },
    { colours: [] },
  ),

  'slim|slender|lean|skinny|willowy|svelte|slight build|lithe|lanky': quality('slim', { 'body.build': 0.2 }),
  'heavy|heavier|hefty|stocky|heavyset|heavy set|burly|stout|fat|overweight|plus size|plus sized|curvy|portly|rotund|chunky build|big boned|thickset|full figured|heavily built|large build':
    quality('heavy', { 'body.build': 0.84 }),
  'muscular|athletic|buff|muscled|well built|brawny|sturdy|ripped|toned': quality('muscular', {
    'body.shoulders': 0.78,
    'body.build': 0.62,
  }),

  'makeup|make up|eyeliner|eye shadow|eyeshadow|mascara|blusher|rouge': elsewhere('not-drawn'),
  'tattoo(s)|tatts|ink on|sleeve tattoo|piercing(s)|lip ring|lip piercing|eyebrow piercing|tongue piercing|braces':
    elsewhere('not-drawn'),
  'wrinkled|wrinkly|weathered|weather beaten|dimpled|ruddy|blushing|deep set|closed|mismatched|cross eyed|tired|sunburnt|sunburned|tattooed|pierced|heavily tattooed|lined|bloodshot|glassy|watery|bulging|beady':
    undrawn('not-drawn'),
  'wrinkles|crow s feet|crows feet|laugh lines|smile lines|dimples|dimple|cleft chin|double chin|high cheekbones|cheekbones|acne|pimples|vitiligo|rosacea|gap toothed|gap in her teeth|gap in his teeth|teeth|fangs|buck teeth|gold tooth|heterochromia|dark circles|circles under|eye bags|wink|winking|bags under|wings|horns|tail|antlers|halo|claws|scales|fur|gills|cat ears|animal ears|prosthetic|wheelchair|hearing aid(s)|cane|crutches|bandage|bandages|face paint|war paint|warpaint|dirt|sweat|blood|tears':
    elsewhere('not-drawn'),
};
