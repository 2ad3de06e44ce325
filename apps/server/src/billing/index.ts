export { lockAccount } from './account-lock.js';
export { createBilling, type Balance, type Billing } from './billing.js';
export { predictedCost } from './predicted-cost.js';
export { checkBalance, reserveAvatar, reserveStyle } from './reservation.js';
