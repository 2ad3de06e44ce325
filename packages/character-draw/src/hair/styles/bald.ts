import type { Hairdo } from '../lock.js';

export const bald = (): Hairdo => ({ locks: [] });
