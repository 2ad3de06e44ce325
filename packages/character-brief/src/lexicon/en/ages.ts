/** Numbers as words, for ages. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Decades of a life. */
export const DECADES: Readonly<Record<string, number>> = {
  teens: 10,
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
  '20s': 20,
  '30s': 30,
  '40s': 40,
  '50s': 50,
  '60s': 60,
  '70s': 70,
  '80s': 80,
  '90s': 90,
  '10s': 10,
};

/** Where in a decade: years to add. */
export const WITHIN_DECADE: Readonly<Record<string, number>> = { early: 2, mid: 5, middle: 5, late: 8 };

export const YEAR_WORDS: readonly string[] = ['year', 'years', 'yr', 'yrs', 'y'];
export const AGED_WORDS: readonly string[] = [
  'aged',
  'age',
  'turning',
  'about',
  'around',
  'roughly',
  'over',
  'nearly',
  'almost',
];
export const SOMETHING_WORDS: readonly string[] = ['something', 'ish', 'odd', 'plus'];
export const SHORT_AGE = /^(\d{1,3})(?:yo|yrs|y|ish)$/;
