import type { BrowsSpec, CharacterSpec, EyesSpec, MouthSpec, NoseSpec } from '@avatar/character';

/** With the forms of brows, eyes, nose and mouth that their numbers suit, so that no seed chooses them. */
export const withForms = (spec: CharacterSpec): CharacterSpec => ({
  ...spec,
  brows: { ...spec.brows, shape: browShape(spec.brows) },
  eyes: { ...spec.eyes, design: eyeDesign(spec.eyes) },
  nose: { ...spec.nose, shape: noseShape(spec.nose) },
  mouth: { ...spec.mouth, shape: mouthShape(spec.mouth) },
  ears: { shape: 'round' },
});

/** Numbers that were drawn back to typical seldom leave 0.5 by more: this far counts as a feature. */
const MARKED = 0.08;
const isHigh = (value: number | undefined): boolean => (value ?? 0.5) > 0.5 + MARKED;
const isLow = (value: number | undefined): boolean => (value ?? 0.5) < 0.5 - MARKED;

function browShape({ arch, thickness }: BrowsSpec = {}): NonNullable<BrowsSpec['shape']> {
  if (isHigh(arch)) return 'arched';
  if (isLow(thickness)) return 'soft';
  return isLow(arch) ? 'straight' : 'angled';
}

function eyeDesign({ size, tilt }: EyesSpec = {}): NonNullable<EyesSpec['design']> {
  if (isHigh(size)) return 'round';
  if (isHigh(tilt)) return 'sharp';
  return isLow(tilt) ? 'sleepy' : 'gentle';
}

function noseShape({ width, length, bridge }: NoseSpec = {}): NonNullable<NoseSpec['shape']> {
  if (isHigh(width)) return 'broad';
  if (isHigh(length)) return isHigh(bridge) ? 'aquiline' : 'straight';
  return isLow(length) ? (isLow(bridge) ? 'snub' : 'button') : 'straight';
}

function mouthShape({ width, fullness }: MouthSpec = {}): NonNullable<MouthSpec['shape']> {
  if (isHigh(fullness)) return 'full';
  if (isLow(fullness)) return 'thin';
  return isHigh(width) ? 'wide' : 'bow';
}
