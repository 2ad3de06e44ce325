export {
  createAccountCatalogues,
  type AccountCatalogue,
  type AccountCatalogues,
} from './account-catalogue.js';
export type { FittedStyle, OwnStyle, StylePreview } from './own-style.js';
export { OwnStyleStore, type StyleJob } from './own-style-store.js';
export { isOwnStyleToken } from './own-style-token.js';
