/** Credits for a delivered avatar, of whatever size and style. */
export const CREDITS_PER_AVATAR = 1;
