export { ConversationStore, type Owner } from './conversation-store.js';
export { prepareTurn, type ConversationParts } from './converse.js';
export type { ShownPicture } from './stored-state.js';
export type { MessageRequest, TurnAnswer, TurnEvent } from './turn.js';
