import { elsewhere, noun, quality, says, undrawn, type Phrases } from '../sense.js';

/** Hair of the head. */
export const HAIR: Phrases = {
  'hair|haired|hair colour|hair color|hairstyle|hair style|tresses|mane|strands|hairdo|haircut|head of hair':
    noun('hair'),
  'lock(s) of hair|wavy locks|flowing locks': noun('hair'),
  'curl(s)|ringlets|corkscrew curls|corkscrews': noun('curls', { 'hair.texture': 'curly' }),
  'wave(s) in her hair|beachy waves|beach waves|loose waves|soft waves': noun('curls', {
    'hair.texture': 'wavy',
  }),
  waves: noun('curls', { 'hair.texture': 'wavy' }),
  'coils|kinks': noun('curls', { 'hair.texture': 'coily' }),
  'perm|permed': says({ 'hair.texture': 'curly' }),

  'afro(s)|fro|afro hair': noun('hair', { 'hair.style': 'afro', 'hair.texture': 'coily' }),
  'dreadlocks|dreadlock|dreads|locs|dreadlocked|dread locks|sisterlocks': noun('hair', {
    'hair.style': 'long_locs',
  }),
  'bob|bobbed hair|bob cut|bob haircut|bobbed': noun('hair', { 'hair.style': 'bob' }),
  'long bob|lob|lob cut': noun('hair', { 'hair.style': 'lob' }),
  'pixie|pixie cut|pixie crop|pixie haircut|elfin crop': noun('hair', { 'hair.style': 'pixie' }),
  'buzz cut|buzzcut|buzz|buzzed hair|buzzed|crew cut|crewcut|close cropped hair|military cut|number one|induction cut':
    noun('hair', { 'hair.style': 'buzz' }),
  'crop|cropped hair|short back and sides|crop cut|caesar cut|fade|taper fade|skin fade|fade haircut': noun(
    'hair',
    {
      'hair.style': 'crop',
    },
  ),
  'side part|side parting|side parted hair|side parted|side swept hair|comb over|combover|parted to the side|parted on the side|parted at the side|part on the side':
    noun('hair', { 'hair.style': 'side_part' }),
  'quiff|pompadour': noun('hair', { 'hair.style': 'quiff' }),
  'slicked back|slick back|slicked back hair|slick backed|swept back|combed back|brushed back|slick hair|slicked down':
    noun('hair', { 'hair.style': 'slick_back' }),
  'ponytail|pony tail|high ponytail|low ponytail': noun('hair', { 'hair.style': 'ponytail' }),
  'bun|low bun|tight bun|sleek bun|neat bun|chignon|updo|up do|hair bun|messy bun|ballerina bun|hair up|hair is up|hair tied up|hair is tied up|hair pinned up|hair is pinned up|hair put up|hair pulled up|hair swept up|hair worn up':
    noun('hair', { 'hair.style': 'bun' }),
  'tight ponytail|sleek ponytail|hair tied back|hair is tied back|hair pulled back|hair is pulled back|hair scraped back|hair worn back|hair tied|hair is tied':
    noun('hair', { 'hair.style': 'ponytail' }),
  'top bun|topknot|top knot|man bun|high bun|bun on top|bun on top of her head|bun on top of his head': noun(
    'hair',
    {
      'hair.style': 'top_bun',
    },
  ),
  'braid(s)|braided|plait(s)|plaited|box braids|cornrows|cornrow|french braid(s)': noun('hair', {
    'hair.style': 'braids',
  }),
  'half up|half up half down|half updo|half up style|half up do|half tied back': noun('hair', {
    'hair.style': 'half_up',
  }),
  'undercut|short on the sides (and|but) (long|longer) on top|short on the sides (long|longer) on top|short sides and (long|longer) on top|short sides (long|longer) top|short at the sides (long|longer) on top|(long|longer) on top and short on the sides|(long|longer) on top|shaved sides|sides shaved|shaved on the sides|shaved at the sides|side shave|one side shaved':
    noun('hair', { 'hair.style': 'undercut' }),
  'blond top|blonde top|bleached top|platinum top|platinum blonde top': says({ 'hair.hex': '#ece0c4' }),
  'mohawk|mohican|mohawked': noun('hair', { 'hair.style': 'mohawk' }),
  'bald|bald headed|baldheaded|shaved head|shaven headed|shaven head|hairless|completely bald|shaved bald|bald head':
    noun('hair', {
      'hair.style': 'bald',
    }),
  'balding|receding hairline|receding hair|receding|thinning hair|thinning|thinning on top|losing (his|her|their) hair|losing hair|bald on top|balding on top|bald patch|bald spot|bald crown|balding crown|thinning crown|bald (at|on) the crown|balding (at|on) the crown|thinning (at|on) the crown|bald in the middle|widows peak|widow s peak|male pattern baldness|hairline receding':
    noun('hair', { 'hair.style': 'receding', 'hair.recession': 0.6 }),

  'to the shoulder(s)|to shoulder(s)|till the shoulder(s)|until the shoulder(s)|shoulder long|shoulder length|to her shoulders|to his shoulders|collarbone length|mid length|medium length|down to the shoulders|down to her shoulders|down to his shoulders|shoulder grazing':
    quality('medium', { 'hair.length': 'medium' }),
  'chin length|jaw length|ear length': noun('hair', { 'hair.style': 'bob' }),
  'waist length|hip length|floor length|knee length|down to her waist|down to his waist|down her back|down his back|flowing|past her shoulders|past his shoulders|past the shoulders|very long|long flowing|rapunzel':
    quality('long', { 'hair.length': 'long' }),
  'short cropped|close cropped|closely cropped|cut short|cropped|cropped short': quality('short', {
    'hair.length': 'short',
  }),
  'cut very short|shaved short|clipped': quality('very_short'),
  'wavy|wavey': quality('wavy', { 'hair.texture': 'wavy' }),
  'curly|curled': quality('curly', { 'hair.texture': 'curly' }),
  'tight curl(s)|tight coil(s)|tight ringlet(s)': noun('hair', { 'hair.texture': 'coily' }),
  'coily|tight curly|kinky|kinky curly|coiled|nappy|tightly curled|tightly coiled|afro textured|frizzy':
    quality('coily'),
  'sleek|smooth and straight|poker straight|straightened': quality('straight'),
  slick: quality('slicked'),
  'voluminous|big and bouncy|bouncy|luxuriant': quality('big'),
  'fine|wispy|limp': quality('thin'),
  'streak(s) of grey|streak(s) of gray|streaks of silver|flecked with grey|flecked with gray|greying|graying|grey flecked|touch of grey|touches of grey|going grey|going gray|turning grey|grey streaks|grey at the temples|gray at the temples|greying at the temples|graying at the temples|grey temples':
    says({ 'hair.grey': 0.35 }),
  'highlight(s)|lowlights|streak(s)|streaked|tips|dip dye|dip dyed|ends|ombre': noun('hair_tips'),

  'fringe|bangs|full fringe|straight fringe|straight bangs|blunt bangs|straight cut bangs|straight cut fringe|blunt cut bangs|blunt cut fringe|micro bangs|choppy bangs|blunt fringe':
    noun('fringe', {
      'hair.fringe': 'straight',
    }),
  'side fringe|side bangs|side swept bangs|side swept fringe|sideswept bangs|sweeping fringe|swoopy bangs':
    noun('fringe', {
      'hair.fringe': 'side',
    }),
  'curtain bangs|curtain fringe|curtains|parted fringe|parted bangs': noun('fringe', {
    'hair.fringe': 'curtain',
  }),
  'middle part|centre part|center part|middle parting|centre parting|center parting|parted in the middle|parted down the middle|parted in the centre|parted in the center|centre parted|center parted':
    says({ 'hair.part': 'center' }),
  'left part|left parting|parted on the left|parted to the left|parted left|left side part': says({
    'hair.part': 'left',
  }),
  'right part|right parting|parted on the right|parted to the right|parted right|right side part': says({
    'hair.part': 'right',
  }),
  'no parting|without a parting': says({ 'hair.part': 'none' }),

  'messy|tousled|unkempt|dishevelled|disheveled|windswept|windblown|scruffy hair|shaggy|bed head|layered|spiky|spiked|asymmetrical|choppy|feathered|two tone|two tones|two toned|in two tones':
    undrawn('not-drawn'),
  'sides|roots': elsewhere('not-drawn'),
  'mullet|pigtails|pig tails|twin tails|twintails|bunches|space buns|bowl cut|beehive|bouffant|jheri curl|high top|flat top|rat tail|wig|fishtail|crown braid|updo with':
    elsewhere('not-drawn'),
};
