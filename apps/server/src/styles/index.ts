export {
  createAccountCatalogues,
  type AccountCatalogue,
  type AccountCatalogues,
} from './account-catalogue.js';
