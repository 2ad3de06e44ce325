import { readBrief, type Refusal } from '@avatar/character-brief';

/** The content policy of descriptions is that of messages. */
export const judgeBrief = (message: string): Refusal | undefined => readBrief(message).refused;
