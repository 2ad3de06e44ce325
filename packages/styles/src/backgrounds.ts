import { findByToken } from './look-up.js';

/** What stands behind the person. */
export interface BackgroundKind {
  readonly token: string;
  readonly label: string;
  /** `gradient`: a lit backdrop in the colours of a palette. `transparent`: nothing, the picture has an alpha channel. */
  readonly kind: 'gradient' | 'transparent';
}

export const BACKGROUNDS: readonly BackgroundKind[] = [
  { token: 'studio_light', label: 'Studio backdrop', kind: 'gradient' },
  { token: 'transparent', label: 'Transparent', kind: 'transparent' },
];

/** @throws `invalid-options` that lists the known backgrounds */
export const backgroundByToken = (token: string): BackgroundKind =>
  findByToken('background', BACKGROUNDS, token);
