import { elsewhere, noun, quality, says, type Phrases } from '../sense.js';

const SPECTACLES = { 'glasses.style': 'rectangle' } as const;

/** Glasses, headwear, jewellery, effects. */
export const WORN_WORDS: Phrases = {
  'glasses|spectacles|specs|eyeglasses|reading glasses|bespectacled|eyewear|bifocals|prescription glasses':
    noun('glasses', SPECTACLES),
  'rectangular glasses|square glasses|wayfarer(s)|wayfarer glasses|horn rims|horn rimmed glasses|thick rimmed glasses|thick framed glasses|browline glasses|nerdy glasses|nerd glasses|geek glasses|hipster glasses|boxy glasses':
    noun('glasses', { 'glasses.style': 'rectangle' }),
  'round glasses|circular glasses|round spectacles|round framed glasses|round rimmed glasses|john lennon glasses|harry potter glasses|round wire rimmed glasses|wire rimmed glasses|wire rims|granny glasses':
    noun('glasses', { 'glasses.style': 'round' }),
  'half rim glasses|half rimmed glasses|semi rimless glasses|half rims|half moon glasses|half moon spectacles|half frame glasses|half rim|half rimmed|semi rimless|rimless glasses':
    noun('glasses', { 'glasses.style': 'half_rim' }),
  'cat eye glasses|cat eye|cat eyes glasses|cateye glasses|cat s eye glasses|cat eye frames|cat eye spectacles':
    noun('glasses', {
      'glasses.style': 'cat_eye',
    }),
  'aviator(s)|aviator glasses|aviator sunglasses|aviator shades|pilot glasses': noun('glasses', {
    'glasses.style': 'aviator',
  }),
  'sunglasses|shades|sunnies|dark glasses|sun glasses|dark sunglasses|mirrored sunglasses|wraparound sunglasses':
    noun('glasses', {
      'glasses.style': 'sunglasses',
    }),
  'rimmed|framed|frames|rims|frame glasses|rimmed glasses|framed glasses|frame spectacles|rimmed spectacles|framed spectacles':
    noun('frames', SPECTACLES),
  lenses: noun('frames'),
  'monocle|goggles|eye patch|eyepatch|vr headset|contact lenses|contacts|3d glasses|safety glasses':
    elsewhere('not-drawn'),

  'hijab|headscarf|head scarf|hijabi|shayla': noun('headwear', { 'headwear.style': 'hijab' }),
  'turban|dastar|pagri|turbaned': noun('headwear', { 'headwear.style': 'turban' }),
  'cap|baseball cap|snapback|trucker cap|ball cap|peaked cap|baseball hat|capped': noun('headwear', {
    'headwear.style': 'cap',
  }),
  'beanie|beanie hat|woolly hat|wooly hat|woollen hat|woolen hat|knit cap|knitted hat|knit hat|bobble hat|winter hat|toque|watch cap|wool hat|wool cap':
    noun('headwear', { 'headwear.style': 'beanie' }),
  'headphones|headset|gaming headset|gaming headphones|over ear headphones|earphones|head phones|cans over':
    noun('headwear', {
      'headwear.style': 'headphones',
    }),
  'wizard hat|wizards hat|wizard s hat|witch hat|witch s hat|witches hat|pointed hat|pointy hat|sorcerer s hat|mage hat|magician s hat':
    noun('headwear', { 'headwear.style': 'wizard_hat' }),
  'crown|tiara|diadem|coronet|crowned|royal crown': noun('headwear', { 'headwear.style': 'crown' }),
  'helmet|knight s helmet|space helmet|visor helmet|helm|helmeted|astronaut helmet|motorcycle helmet|bike helmet':
    noun('headwear', {
      'headwear.style': 'helmet',
    }),
  'hat|hats': noun('hat', { 'headwear.style': 'fedora' }),
  'wide brim|wide brimmed|broad brimmed|broad brim|large brimmed|big brimmed|floppy|wide in the brim':
    quality('wide_brim'),
  'narrow brim|narrow brimmed|short brimmed|small brimmed|short brim|stingy brim': quality('narrow_brim'),
  'fedora|trilby|fedora hat|brimmed hat|felt hat|borsalino': noun('headwear', {
    'headwear.style': 'fedora',
  }),
  'hood|hood up|hoodie up|cowl|hooded figure|hood over': noun('headwear', { 'headwear.style': 'hood' }),
  'hood down': says({ 'headwear.style': 'none' }),
  'headwear|headgear|head covering|hat or cap|hat or headwear': noun('headwear'),
  'bareheaded|bare headed|hatless': says({ 'headwear.style': 'none' }),
  'plume|feather plume': noun('elsewhere', { 'headwear.plume': true }),
  'hat band|hatband|brim': noun('elsewhere', undefined, { colours: ['headwear.second'] }),
  'cowboy hat|straw hat|top hat|beret|bandana|bandanna|headband|hairband|hair band|bowler hat|bowler|sombrero|sun hat|bucket hat|flat cap|newsboy cap|headwrap|head wrap|durag|do rag|veil|niqab|burqa|kippah|yarmulke|fez|chef hat|chef s hat|party hat|santa hat|earbuds|airpods|ear buds|hair clip(s)|barrette|bow in her hair|ribbon(s)|hair bow|scrunchie|hair tie|laurel wreath|wreath|flower crown|panama hat|stetson|pirate hat|police hat|hard hat|mitre|witch hazel|visor|mask|face mask|gas mask|balaclava|sweatband|bonnet|shawl':
    elsewhere('not-drawn'),

  'earring(s)|ear ring(s)|stud earring(s)|ear stud(s)|drop earrings|dangly earrings|dangling earrings|ear studs|diamond studs|pearl studs|gold studs|silver studs':
    noun('jewellery', { accessories: ['earrings'] }),
  'hoop(s)|hoop earring(s)|creoles': noun('jewellery', { accessories: ['hoops'] }),
  'nose ring|nose stud|septum ring|septum piercing|nose piercing|pierced nose|septum|nose hoop|pierced septum|nose pin':
    noun('jewellery', { accessories: ['nose_ring'] }),
  'necklace(s)|pendant|neck chain|chain|choker|locket|string of pearls|pearls|beads|chains|amulet': noun(
    'jewellery',
    {
      accessories: ['necklace'],
    },
  ),
  'flower in (her|his|their) hair|flower behind (her|his|their) ear|flower|blossom|hibiscus|rose in (her|his|their) hair|rose behind (her|his|their) ear|daisy in (her|his|their) hair|hibiscus flower|daisy|lily in (her|his|their) hair':
    noun('flower', { accessories: ['flower'] }),
  'jewellery|jewelry|piercings and jewellery': noun('jewellery'),
  'watch|wristwatch|bracelet(s)|rings|bangles|brooch|badge|lanyard|name tag|pocket square|cufflinks|anklet|toe ring':
    elsewhere('not-drawn'),

  '(mechanical|robotic|cybernetic|bionic|robot|cyber) (left|right) eye|cyber eye|cybernetic eye|cybernetic eye implant|robotic eye|bionic eye|mechanical eye|cyber implant|eye implant|robot eye|cyborg eye|ocular implant|cybernetic implant(s)|cybernetic eyes|cybernetics':
    noun('glow', { effects: ['cyber_eye'] }),
  'neon circuits|neon circuit|neon circuit tattoo(s)|circuit tattoo(s)|glowing circuits|circuit lines|circuitry|circuit pattern(s)|neon lines on (her|his|their) (face|skin)|neon tattoo(s)|circuits|neon markings|neon line(s)|neon glowing lines|glowing neon lines|glowing lines|neon stripes|neon piping|neon trim':
    noun('glow', { effects: ['neon_circuits'] }),
  'runes|glowing runes|rune(s)|magic runes|magical runes|rune markings|runic|runic markings|glowing symbols|glowing sigils|arcane runes|mystic runes':
    noun('glow', { effects: ['glowing_runes'] }),
  'elf ears|elven ears|elvish ears|long elf ears|long pointed ears|long pointy ears|elfin ears': noun(
    'ears',
    {
      effects: ['elf_ears'],
    },
  ),
  'pointed ears|pointy ears|vulcan ears|pointy eared|fairy ears': noun('ears', { effects: ['pointed_ears'] }),
  'glow|glowing': { as: 'filler' },
};
