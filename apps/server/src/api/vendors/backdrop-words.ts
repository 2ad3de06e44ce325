import type { ReadWords } from '../../generations/index.js';

/** What words about what stands behind a person name, the first that fits. Only what there is: a street is no neon city. */
const SCENES: readonly (readonly [pattern: RegExp, background: string])[] = [
  [/\b(beach|seaside|ocean|tropical)\b/i, 'beach_sunset'],
  [/\b(mountains?|alps|peaks?)\b/i, 'mountains'],
  [/\b(neon|cyberpunk|city at night)\b/i, 'neon_city'],
  [/\b(castle|fortress)\b/i, 'castle_dusk'],
  [/\b(space|nebula|galaxy|planet|stars)\b/i, 'space'],
  [/\b(forest|woods?|woodland)\b/i, 'enchanted_forest'],
  [/\bpastel\b/i, 'pastel'],
  [/\bgradient\b/i, 'gradient'],
  [/\bstudio\b/i, 'studio_light'],
];

const COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  grey: '#808080',
  gray: '#808080',
  red: '#b3261e',
  orange: '#e8833a',
  yellow: '#f2c94c',
  green: '#3c8d5a',
  teal: '#1f7a78',
  blue: '#2f6fb5',
  navy: '#1b2a4a',
  purple: '#6b4fa0',
  pink: '#e59ab3',
  beige: '#d9c7a8',
  brown: '#6b4a2f',
};
const COLOUR = new RegExp(`\\b(${Object.keys(COLOURS).join('|')})\\b`, 'i');

/** The backdrop that words ask for. @returns undefined when they name none that there is */
export function wishedBackdrop({ unsupported }: Pick<ReadWords, 'unsupported'>): string | undefined {
  const said = unsupported.filter(({ reason }) => reason === 'background').map(({ words }) => words);
  const scene = SCENES.find(([pattern]) => said.some((words) => pattern.test(words)));
  if (scene !== undefined) return scene[1];
  const colour = said.map((words) => COLOUR.exec(words)?.[1]).find((name) => name !== undefined);
  return colour === undefined ? undefined : COLOURS[colour.toLowerCase()];
}
