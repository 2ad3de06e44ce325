/** Questions about the service itself, by what they ask for; whole messages that begin so. */
const ANSWERS: readonly (readonly [pattern: RegExp, answer: string])[] = [
  [
    /(?:how much|what) (?:does|do|will|would|is|are)\b.*\b(?:cost|price|charge|pay|paid|it|this)\b|\b(?:is|are) (?:it|this|that|these|you|they) (?:for )?(?:free|paid|expensive)|^(?:price|pricing|cost|costs)\b|do i (?:have|need) to pay|how many credits/u,
    'A picture costs what every avatar of your account costs. Questions, answers and “undo” cost nothing.',
  ],
  [
    /\b(?:keep|keeping|store|storing|stored|save|saved|share|shared|sell|train|see|sees|look at)\b.*\b(?:photos?|pictures?|images?|data|face|selfies?)\b|\b(?:photos?|pictures?|data|face)\b.*\b(?:kept|stored|saved|shared|private|safe|sold|deleted|secure)\b|\b(?:is it|is this|are you) (?:private|safe|secure)\b/u,
    'Your photo is kept encrypted for this conversation and deleted by itself after a day. It is not shared, and trains nothing. Clear the conversation (DELETE /memory), and it goes at once.',
  ],
  [
    /^(?:is|are|was|will) (?:this|that|my|the|it|these)\b.*\b(?:good|ok|okay|fine|enough|usable|work|clear|suitable|alright)\b|^(?:what|which)(?: kind of| sort of)? (?:photos?|pictures?|selfies?|images?)\b.*\b(?:best|work|need|send|should|good)\b|^(?:should|do) i (?:need to )?(?:send|upload|take|use)\b/u,
    'A photo does well when the face looks to the front, is lit evenly and fills a good part of the picture. Say what the avatar shall be, and you will see.',
  ],
  [
    /^(?:who|what) are you\b|^are you (?:an? )?(?:human|person|ai|bot|robot|real|chatgpt|machine)\b/u,
    'I am a program that makes avatars, and no person.',
  ],
  [
    /^what (?:did you|have you|has|is|was)\b.*\b(?:change|changed|do|done|different)\b|^what(?:'s| is) (?:different|new|changed)\b|^(?:what|which) (?:settings?|recipe|options?) /u,
    'Only what you said was changed; all of it is in the recipe beside the picture. “Undo” takes the last step back.',
  ],
  [/^how long\b|^when (?:will|is) (?:it|my|the)\b/u, 'A picture takes a few seconds.'],
];

/** What a question about the service is answered with. @param text in plain signs */
export const answerFor = (text: string): string | undefined =>
  ANSWERS.find(([pattern]) => pattern.test(text))?.[1];
