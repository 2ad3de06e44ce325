import type { Context } from './contexts.js';
import { findByToken } from './look-up.js';

/** What a platform takes as a profile picture. */
export interface UploadLimits {
  readonly formats: readonly ('png' | 'jpeg' | 'gif' | 'webp')[];
  /** Largest file in bytes; absent where no limit is known. Megabytes are taken as 1 000 000, to be on the safe side. */
  readonly maxBytes?: number;
  /** Smallest and largest side of the square in pixels; absent where no limit is known. */
  readonly minSidePx?: number;
  readonly maxSidePx?: number;
  /** The platform publishes these limits itself. If not, they are what its apps were seen to take. */
  readonly published: boolean;
  /** When they were last looked up, year and month. */
  readonly asOf: string;
}

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
  readonly upload: UploadLimits;
}

const AS_OF = '2026-11';
const MEGABYTE = 1_000_000;

/** Where no platform says anything: whatever a PNG can be. */
const ANY_PICTURE: UploadLimits = { formats: ['png', 'jpeg', 'gif', 'webp'], published: false, asOf: AS_OF };
const unpublished = (limits: Partial<UploadLimits> = {}): UploadLimits => ({
  formats: ['png', 'jpeg'],
  ...limits,
  published: false,
  asOf: AS_OF,
});
const published = (limits: Partial<UploadLimits>): UploadLimits => ({
  formats: ['png', 'jpeg', 'gif'],
  ...limits,
  published: true,
  asOf: AS_OF,
});

/** Every platform, with its default style. */
export const PLATFORMS = [
  {
    token: 'linkedin',
    label: 'LinkedIn',
    defaultSizePx: 800,
    defaultStyle: 'corporate_headshot',
    context: 'professional',
    circularCrop: true,
    // LinkedIn Help, on adding a profile photo.
    upload: published({ formats: ['png', 'jpeg'], maxBytes: 8 * MEGABYTE, minSidePx: 400, maxSidePx: 4320 }),
  },
  {
    token: 'discord',
    label: 'Discord',
    defaultSizePx: 800,
    defaultStyle: 'anime_character',
    context: 'gaming',
    circularCrop: true,
    // Its app has refused files of more than 8 and later of more than 10 MB; the lower figure holds either way.
    upload: unpublished({ formats: ['png', 'jpeg', 'gif', 'webp'], maxBytes: 8 * MEGABYTE }),
  },
  {
    token: 'x',
    label: 'X',
    aliases: ['twitter'],
    defaultSizePx: 800,
    defaultStyle: 'social',
    context: 'social',
    circularCrop: true,
    // X Help Center, "How to customize your profile".
    upload: published({ maxBytes: 2 * MEGABYTE }),
  },
  {
    token: 'instagram',
    label: 'Instagram',
    defaultSizePx: 800,
    defaultStyle: 'social',
    context: 'social',
    circularCrop: true,
    upload: unpublished(),
  },
  {
    token: 'github',
    label: 'GitHub',
    // What GitHub recommends; at 800 px a detailed backdrop may come near its limit.
    defaultSizePx: 500,
    defaultStyle: 'corporate_headshot',
    context: 'professional',
    circularCrop: true,
    // GitHub Docs, "Profile reference": less than 1 MB and smaller than 3000 by 3000 pixels.
    upload: published({ maxBytes: MEGABYTE, maxSidePx: 2999 }),
  },
  {
    token: 'slack',
    label: 'Slack',
    defaultSizePx: 800,
    defaultStyle: 'corporate_headshot',
    context: 'professional',
    circularCrop: false,
    // Slack API, `users.setPhoto`; it names no limit in bytes.
    upload: published({ minSidePx: 512, maxSidePx: 1024 }),
  },
  {
    token: 'youtube',
    label: 'YouTube',
    defaultSizePx: 800,
    defaultStyle: 'social',
    context: 'social',
    circularCrop: true,
    // YouTube Help, "Manage your channel branding": PNG or GIF. It has named 4 MB, later 15 MB.
    upload: published({ formats: ['png', 'gif'], maxBytes: 4 * MEGABYTE, minSidePx: 98 }),
  },
  {
    token: 'whatsapp',
    label: 'WhatsApp',
    defaultSizePx: 800,
    defaultStyle: 'social',
    context: 'social',
    circularCrop: true,
    // Published for business profiles only.
    upload: unpublished({ maxBytes: 5 * MEGABYTE, minSidePx: 192 }),
  },
  {
    token: 'telegram',
    label: 'Telegram',
    defaultSizePx: 800,
    defaultStyle: 'social',
    context: 'social',
    circularCrop: true,
    // Its apps take PNG and store JPEG; for bots its API asks for JPEG.
    upload: unpublished(),
  },
  {
    token: 'portfolio',
    label: 'Portfolio',
    defaultSizePx: 800,
    defaultStyle: 'editorial_portrait',
    context: 'professional',
    circularCrop: false,
    upload: ANY_PICTURE,
  },
  {
    token: 'custom',
    label: 'Custom',
    defaultSizePx: 800,
    defaultStyle: 'corporate_headshot',
    context: 'social',
    circularCrop: false,
    upload: ANY_PICTURE,
  },
] as const satisfies readonly Platform[];

type Named = (typeof PLATFORMS)[number];
export type PlatformToken = Named['token'] | Extract<Named, { aliases: unknown }>['aliases'][number];

/** @throws `invalid-options` that lists the known platforms */
export const platformByToken = (token: string): Platform =>
  findByToken<Platform>('platform', PLATFORMS, token);
