import { corporateHeadshot } from './corporate-headshot.js';
import { findByToken } from './look-up.js';
import type { Style } from './style.js';

/** Every style of the toolkit. */
export const STYLES: readonly Style[] = [corporateHeadshot];

/** @throws `invalid-options` that lists the known styles */
export const styleByToken = (token: string): Style => findByToken('style', STYLES, token);
