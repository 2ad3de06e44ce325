/** A colour with the name that is read out. */
export type NamedColour = readonly [name: string, hex: string];

/** From very light to very dark in even steps. */
export const SKINS: readonly NamedColour[] = [
  ['Very light', '#f7dac8'],
  ['Light', '#f1c9ab'],
  ['Light, warm', '#e6b68f'],
  ['Light brown', '#d8a077'],
  ['Brown, warm', '#c48a60'],
  ['Brown', '#ab744d'],
  ['Deep brown', '#905c3b'],
  ['Dark brown', '#75472d'],
  ['Very dark brown', '#5b3522'],
  ['Deepest', '#422619'],
];
export const HAIRS: readonly NamedColour[] = [
  ['Black', '#1b1716'],
  ['Dark brown', '#3b2417'],
  ['Brown', '#6b4226'],
  ['Auburn', '#8a3b1d'],
  ['Red', '#c4512a'],
  ['Blonde', '#d9b168'],
  ['Grey', '#9a9a9c'],
  ['White', '#ececec'],
  ['Pink', '#e46aa0'],
  ['Blue', '#3f6fd1'],
];
export const EYES: readonly NamedColour[] = [
  ['Dark brown', '#3d2618'],
  ['Brown', '#6e4526'],
  ['Hazel', '#8e6b35'],
  ['Amber', '#b3762a'],
  ['Green', '#4f8a4c'],
  ['Blue', '#3f7fbf'],
  ['Grey', '#7d8a94'],
];
export const CLOTHS: readonly NamedColour[] = [
  ['White', '#f4f4f2'],
  ['Black', '#1f1f24'],
  ['Grey', '#7b8088'],
  ['Navy', '#22345f'],
  ['Blue', '#3a78c9'],
  ['Teal', '#1f8a83'],
  ['Green', '#3f8f4e'],
  ['Yellow', '#e5b83a'],
  ['Orange', '#dd7a35'],
  ['Red', '#c23b3b'],
  ['Pink', '#e48bb0'],
  ['Purple', '#7a4bb0'],
];
