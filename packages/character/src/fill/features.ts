import type { CharacterSpec } from '../character-spec.js';
import type { Hex } from '../head-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { BrowShape, EyeDesign, MouthShape, NoseShape } from '../values/person.js';
import type { Chance } from './chance.js';
import { darknessOf, lipsOn } from './skin.js';

/** What is known before the features are chosen. */
export interface Known {
  readonly skin: Hex;
  readonly presentation: number;
  /** 0 young to 1 old. */
  readonly years: number;
}

const BROWN_EYES: readonly Hex[] = ['#2e1b10', '#3d2616', '#4a2f1d', '#5b3a21', '#6b4526'];
const LIGHT_EYES: readonly Hex[] = ['#7a5c2e', '#6b7a3a', '#4f8a6b', '#5d7f9a', '#3f7fb5', '#7d8b94'];

export function eyesOf(given: CharacterSpec['eyes'], known: Known, chance: Chance): FilledCharacter['eyes'] {
  const light = chance.happens('eyes.light', 0.6 * (1 - darknessOf(known.skin)) ** 1.5);
  const lid =
    given?.lid ?? chance.pick('eyes.lid', { double: 60, single: 18, hooded: 12 + 40 * known.years ** 2 });
  const size = given?.size ?? chance.around('eyes.size', 0.42 + 0.14 * known.presentation, 0.6);
  const tilt = given?.tilt ?? chance.around('eyes.tilt', 0.5, 0.5);
  return {
    hex: given?.hex ?? chance.any('eyes.hex', light ? LIGHT_EYES : BROWN_EYES),
    size,
    tilt,
    spacing: given?.spacing ?? chance.around('eyes.spacing', 0.5, 0.6),
    lid,
    lashes: given?.lashes ?? chance.around('eyes.lashes', 0.2 + 0.5 * known.presentation, 0.4),
    design: given?.design ?? eyeDesign(size, tilt, known, chance),
    iris: given?.iris ?? chance.any('eyes.iris', ['pool', 'ring', 'split', 'star'] as const),
  };
}

function eyeDesign(size: number, tilt: number, { years }: Known, chance: Chance): EyeDesign {
  return chance.pick('eyes.design', {
    round: size > 0.6 ? 4 : 1,
    sharp: tilt > 0.55 ? 3 : 1,
    sleepy: tilt < 0.42 ? 3 : 0.7,
    gentle: 1 + 3 * years,
  });
}

export function browsOf(
  given: CharacterSpec['brows'],
  hair: Hex,
  known: Known,
  chance: Chance,
): FilledCharacter['brows'] {
  const masculine = 1 - known.presentation;
  const thickness = given?.thickness ?? chance.around('brows.thickness', 0.4 + 0.25 * masculine, 0.55);
  const shape: BrowShape =
    given?.shape ??
    chance.pick('brows.shape', {
      straight: 1 + masculine,
      angled: 1 + masculine,
      arched: 0.4 + 2 * known.presentation,
      soft: 1 + known.presentation,
      bushy: thickness > 0.6 ? 0.5 + 2 * known.years : 0,
    });
  const arch = { straight: 0.2, angled: 0.5, arched: 0.72, soft: 0.42, bushy: 0.4 }[shape];
  return {
    thickness,
    arch: given?.arch ?? chance.around('brows.arch', arch, 0.35),
    hex: given?.hex ?? hair,
    shape,
  };
}

/** Width, length and bridge that a form of the nose has where nobody gave them. */
const NOSES: Readonly<Record<NoseShape, readonly [width: number, length: number, bridge: number]>> = {
  straight: [0.42, 0.5, 0.55],
  aquiline: [0.45, 0.65, 0.75],
  broad: [0.76, 0.48, 0.4],
  bulbous: [0.62, 0.6, 0.5],
  button: [0.4, 0.36, 0.4],
  snub: [0.45, 0.42, 0.3],
};

export function noseOf(given: CharacterSpec['nose'], chance: Chance): FilledCharacter['nose'] {
  const shape = given?.shape ?? noseShape(given, chance);
  const [width, length, bridge] = NOSES[shape];
  return {
    width: given?.width ?? chance.around('nose.width', width, 0.4),
    length: given?.length ?? chance.around('nose.length', length, 0.4),
    bridge: given?.bridge ?? chance.around('nose.bridge', bridge, 0.4),
    shape,
  };
}

/** A form that suits the numbers that are given. */
function noseShape(given: CharacterSpec['nose'], chance: Chance): NoseShape {
  const misfit = ([width, length, bridge]: readonly number[]) =>
    Math.abs((given?.width ?? width) - width) +
    Math.abs((given?.length ?? length) - length) +
    Math.abs((given?.bridge ?? bridge) - bridge);
  const suits = (shape: NoseShape) => Math.exp(-10 * misfit(NOSES[shape]));
  return chance.pick('nose.shape', {
    straight: 2 * suits('straight'),
    aquiline: suits('aquiline'),
    broad: 1.5 * suits('broad'),
    bulbous: suits('bulbous'),
    button: suits('button'),
    snub: suits('snub'),
  });
}

/** Width and fullness that a form of the mouth has where nobody gave them. */
const MOUTHS: Readonly<Record<MouthShape, readonly [width: number, fullness: number]>> = {
  bow: [0.48, 0.58],
  full: [0.54, 0.82],
  thin: [0.5, 0.28],
  wide: [0.68, 0.52],
  pout: [0.38, 0.66],
};

export function mouthOf(
  given: CharacterSpec['mouth'],
  known: Known,
  chance: Chance,
): FilledCharacter['mouth'] {
  const suits = (shape: MouthShape) => {
    const [width, fullness] = MOUTHS[shape];
    return Math.exp(
      -10 * (Math.abs((given?.width ?? width) - width) + Math.abs((given?.fullness ?? fullness) - fullness)),
    );
  };
  const shape =
    given?.shape ??
    chance.pick('mouth.shape', {
      bow: 2 * suits('bow'),
      full: suits('full'),
      thin: (1 + known.years) * suits('thin'),
      wide: suits('wide'),
      pout: (0.3 + known.presentation) * suits('pout'),
    });
  const [width, fullness] = MOUTHS[shape];
  return {
    width: given?.width ?? chance.around('mouth.width', width, 0.4),
    fullness: given?.fullness ?? chance.around('mouth.fullness', fullness - 0.08 * known.years, 0.4),
    hex: given?.hex ?? lipsOn(known.skin),
    shape,
  };
}
