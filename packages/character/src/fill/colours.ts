import type { Hex } from '../head-spec.js';

const channelsOf = (hex: Hex): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** Both colours mixed: 0 is the first, 1 the second. */
export function mixed(from: Hex, to: Hex, share: number): Hex {
  const target = channelsOf(to);
  const channels = channelsOf(from).map((value, at) => Math.round(value + (target[at] - value) * share));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Lightness as people see it, 0 to 1: Rec. 709 weights on the encoded channels, near enough to choose by. */
export function lightnessOf(hex: Hex): number {
  const [red, green, blue] = channelsOf(hex);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** The colour at `share` of the way along the list. */
export function along(colours: readonly Hex[], share: number): Hex {
  const place = share * (colours.length - 1);
  const at = Math.min(colours.length - 2, Math.floor(place));
  return mixed(colours[at], colours[at + 1], place - at);
}

/** Hue in degrees, and how far from grey the colour is, 0 to 1 (HSV). */
export function hueOf(hex: Hex): { readonly hue: number; readonly saturation: number } {
  const [red, green, blue] = channelsOf(hex);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, saturation: 0 };
  const sixths =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: 60 * sixths, saturation: range / most };
}
