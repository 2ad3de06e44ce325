export { ConversationStore, type Owner } from './conversation-store.js';
export type { ConversationParts } from './conversation-parts.js';
export { prepareTurn } from './converse.js';
export { eraseConversations } from './erase-conversations.js';
export { configuredInterpreter } from './interpreter.js';
export { giveBackOld, type UnansweredParts } from './unanswered-pictures.js';
export { verdictOn, type PictureVerdict } from './picture-verdict.js';
export type { ShownPicture } from './stored-state.js';
export type { MessageRequest, TurnAnswer, TurnEvent } from './turn.js';
