const SMALL = '(?:tiny|small|little|wee|slight|faint|subtle|soft|gentle|discreet|shy|light|weak)';
const BIT = `(?:(?:just |only |ever so )*(?:a (?:\\p{L}+ )?(?:bit|little|touch|tad|smidge|hint|fraction)|slightly|faintly|gently|softly|subtly|discreetly))`;
/** "A bit of a smile", "smile just a tiny bit", "a smile, but only a small one". */
const FORMS = [
  `(?:smil(?:e|ing)|grin(?:ning)?) ${BIT}(?! (?:more|less|bigger|wider|smaller))`,
  `${BIT} (?:of a )?(?:smile|grin)`,
  `(?:a )?(?:hint|touch|trace|ghost|suggestion) of a smile`,
  `(?:very |really )?${SMALL} (?:smile|grin)`,
  `(?:smile|grin),? (?:but )?(?:just |only )*an? (?:very )?${SMALL} one`,
].map((source) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'gu'));

/** @param text in plain signs; @returns with "slight smile" for every smile that shall be small */
export const withSlightSmiles = (text: string): string =>
  FORMS.reduce((words, form) => words.replaceAll(form, 'slight smile'), text);
