import type { Context } from './contexts.js';
import { findByToken } from './look-up.js';

/** Where the avatar will be shown, and what follows from that if the caller says nothing else. */
export interface Platform {
  readonly token: string;
  readonly label: string;
  /** Other names that a request may use. */
  readonly aliases?: readonly string[];
  /** Side of the square picture in pixels. */
  readonly defaultSizePx: number;
  /** Token of the style that is tried first. */
  readonly defaultStyle: string;
  readonly context: Context;
  /** The platform shows only the inscribed circle. */
  readonly circularCrop: boolean;
}

const platform = (
  token: string,
  label: string,
  context: Context,
  circularCrop: boolean,
  aliases: readonly string[] = [],
): Platform => ({
  token,
  label,
  aliases,
  defaultSizePx: 800,
  defaultStyle: 'corporate_headshot',
  context,
  circularCrop,
});

export const PLATFORMS: readonly Platform[] = [
  platform('linkedin', 'LinkedIn', 'professional', true),
  platform('discord', 'Discord', 'gaming', true),
  platform('x', 'X', 'social', true, ['twitter']),
  platform('instagram', 'Instagram', 'social', true),
  platform('github', 'GitHub', 'professional', true),
  platform('slack', 'Slack', 'professional', false),
  platform('youtube', 'YouTube', 'social', true),
  platform('whatsapp', 'WhatsApp', 'social', true),
  platform('telegram', 'Telegram', 'social', true),
  { ...platform('portfolio', 'Portfolio', 'professional', false), defaultStyle: 'editorial_portrait' },
  platform('custom', 'Custom', 'social', false),
];

/** @throws `invalid-options` that lists the known platforms */
export const platformByToken = (token: string): Platform => findByToken('platform', PLATFORMS, token);
