import type { Lab } from '@avatar/image';

/**
 * To so many decimals. What a style file holds is rounded: the last bits of a logarithm or a sine may differ between
 * machines.
 */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export const roundedLab = ([L, a, b]: Lab): Lab => [rounded(L, 1), rounded(a, 1), rounded(b, 1)];
