export * from './recipe/recipe.js';
export { faceOfPhoto } from './recipe/photo-face.js';
export { checkEdits, editsSchema, RECIPE_PATHS, type Edit, type RecipePath } from './recipe/edits.js';
export {
  advanced,
  applyEdits,
  EMPTY_STATE,
  MOST_PAST,
  redone,
  undone,
  type ConversationState,
  type Option,
  type Pending,
  type Snapshot,
} from './recipe/state.js';
export type { Reading, Unmet } from './reading.js';
export { backdropIn } from './backdrop-in.js';
export type { BackgroundValue } from './lexicon/surroundings.js';
export { MAX_MESSAGE_LENGTH, readMessage, type MessageContext } from './read-message.js';
export { editWords } from './edit-words.js';
export { MOST_PICTURES } from './resolve/count.js';
export type * from './interpret/interpret.js';
export { understandMessage, type UnderstandContext } from './interpret/understand-message.js';
export { chatCompletionsInterpreter, type ChatCompletionsOptions } from './interpret/chat-completions.js';
export { interpreterInstructions } from './interpret/instructions.js';
