export { eraseAccount, erasePerson, type ErasureParts, type ErasureReceipt } from './erase.js';
