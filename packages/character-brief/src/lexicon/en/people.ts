import { elsewhere, grammar, noun, quality, says, undrawn, type Phrases } from '../sense.js';

const FEMININE = { presentation: 0.85 } as const;
const MASCULINE = { presentation: 0.15 } as const;
const NEITHER = { presentation: 0.5 } as const;

/** Who the person is: gender words, pronouns, ages, origins. */
export const PEOPLE: Phrases = {
  'f|woman|women|lady|ladies|girl|gal|lass|female|feminine|femme|mum|mom|mother|sister|aunt|aunty|auntie|wife|daughter|girlfriend|businesswoman|business woman|business lady|actress|waitress|heroine|goddess|maiden|she her|hostess|sportswoman|policewoman|spokeswoman|saleswoman|congresswoman|ballerina|diva|duchess|lassie|madam|ma am|niece|bride|tomboy|cowgirl|schoolmistress|headmistress|stewardess|firewoman|craftswoman|fisherwoman|horsewoman|noblewoman|enchantress woman|nun|seamstress|ms|mrs|miss':
    noun('person', FEMININE),
  'm|man|men|gentleman|gent|guy|bloke|chap|dude|fella|fellow|lad|boy|male|masculine|dad|father|brother|uncle|husband|son|boyfriend|businessman|business man|actor man|fisherman|sportsman|policeman|fireman|cowboy type|handyman|craftsman|salesman|spokesman|waiter|duke|sir|mr|nephew|groom|bro|mate|lumberjack|monk|boy band|boyband|frontman|nobleman|horseman|barman|postman|headmaster|schoolmaster|milkman|mister':
    noun('person', MASCULINE),
  'person|people|someone|somebody|individual|human|adult|figure of|character|nonbinary|non binary|androgynous|genderless|gender neutral|enby|genderfluid|agender|one':
    noun('person'),
  'non binary person|nonbinary person|androgynous person|enby person|gender neutral person|androgynous look|androgynous figure|non binary character|androgynous character|androgynous model|androgynous individual':
    noun('person', NEITHER),
  'grandmother|grandma|granny|gran|nana|nan|old lady|old woman|elderly woman|elderly lady|crone|matriarch':
    noun('person', {
      ...FEMININE,
      age: 'senior',
    }),
  'grandfather|grandpa|grandad|granddad|old man|old gentleman|elderly man|elderly gentleman|old guy|old bloke|old chap|patriarch|greybeard':
    noun('person', { ...MASCULINE, age: 'senior' }),
  'pensioner|retiree|octogenarian|septuagenarian|elder|senior citizen|oap|nonagenarian': noun('person', {
    age: 'senior',
  }),
  'she|her|hers|herself': grammar('determiner', FEMININE),
  'he|his|him|himself': grammar('determiner', MASCULINE),
  'if male|if female|if applicable|male or female|man or woman|boys and girls|gender neutral bathroom': {
    as: 'filler',
  },
  'king|prince|emperor': says({ ...MASCULINE, 'headwear.style': 'crown' }),
  'queen|princess|empress': says({ ...FEMININE, 'headwear.style': 'crown' }),

  'young|youthful|younger|fresh faced|youngish': quality('young', { age: 'young_adult' }),
  'young adult|young person|college student|university student|college age|in early adulthood|gen z|millennial look|teenager no longer|student in (her|his|their) twenties':
    says({ age: 'young_adult' }),
  'old|elderly|aged|aging|ageing|older|ancient|retired|advanced in years|wizened|venerable|in old age|getting on in years':
    quality('old', {
      age: 'senior',
    }),
  'middle aged|middle age|in middle age|early middle age|early middle aged': quality('middle_aged', {
    age: 'early_middle_age',
  }),
  'mature|late middle age|late middle aged': says({ age: 'late_middle_age' }),
  'senior|seniors|silver haired senior': says({ age: 'senior' }),
  'child|children|kid|kids|toddler|baby|infant|teen|teens|teenage|teenager|teenaged|adolescent|tween|preteen|schoolgirl|schoolboy|schoolchild|youngster|newborn|minor child|little girl|little boy|young girl|young boy|small boy|small girl|school kid|youth|juvenile|underage|high schooler|pupil':
    elsewhere('age'),

  'caucasian|european|african|african american|afro american|asian|east asian|south asian|south east asian|southeast asian|asian american|latina|latino|latinx|hispanic|middle eastern|arab|arabic|arabian|persian|jewish|indian|native american|indigenous|aboriginal|maori|polynesian|pacific|pacific islander|islander|caribbean|afro caribbean|mediterranean|scandinavian|nordic|slavic|celtic|biracial|mixed race|multiracial|mixed heritage|black british|desi|eurasian|mestizo|romani|inuit|amerindian|afro latina|afro latino':
    undrawn('origin'),
  'chinese|japanese|korean|vietnamese|thai|filipino|filipina|indonesian|malaysian|malay|singaporean|pakistani|bangladeshi|sri lankan|nepali|nepalese|tibetan|mongolian|turkish|iranian|iraqi|lebanese|syrian|egyptian|moroccan|tunisian|algerian|nigerian|ghanaian|kenyan|ethiopian|somali|sudanese|senegalese|south african|jamaican|haitian|cuban|puerto rican|dominican|mexican|colombian|venezuelan|brazilian|argentinian|argentine|peruvian|chilean|american|canadian|british|english|scottish|welsh|irish|french|german|dutch|belgian|spanish|portuguese|italian|greek|swedish|norwegian|danish|finnish|icelandic|polish person|czech|hungarian|romanian|bulgarian|ukrainian|russian|georgian|armenian|israeli|palestinian|saudi|emirati|kuwaiti|australian|new zealander|samoan|tongan|hawaiian|fijian|swiss|austrian|congolese|ugandan|tanzanian|rwandan|zimbabwean|cameroonian|ivorian|eritrean|yoruba|igbo|zulu|maasai|punjabi|tamil|bengali|gujarati|kashmiri|kurdish|berber|texan|parisian|londoner|sikh|muslim|hindu|buddhist|christian|catholic':
    undrawn('origin'),
};
