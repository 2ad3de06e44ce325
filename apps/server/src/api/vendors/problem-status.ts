const EMPTY_BALANCE = 402;

/** The status that a problem has at the vendors: an empty balance is 422 there. */
export const statusOfVendors = (status: number): number => (status === EMPTY_BALANCE ? 422 : status);
