import { z } from 'zod';
import { CHARACTER_VERSION } from '../character-spec.js';
import { CLOTHING_PATTERNS, CLOTHING_STYLES, LAPELS, NECKLINES } from '../values/clothing.js';
import { FACIAL_HAIR_STYLES, FRINGES, HAIR_PARTS, HAIR_STYLES, HAIR_TEXTURES } from '../values/hair.js';
import {
  AGES,
  BROW_SHAPES,
  EAR_SHAPES,
  EYE_DESIGNS,
  IRIS_DESIGNS,
  LIDS,
  MOUTH_SHAPES,
  NOSE_SHAPES,
} from '../values/person.js';
import { EXPRESSIONS, FRAMINGS, GESTURES } from '../values/pose.js';
import { ACCESSORIES, EFFECTS, GLASSES_STYLES, HEADWEAR_STYLES } from '../values/worn.js';
import { choice, choices, hex, integer, number, object, slider, yesOrNo } from './fields.js';

/** The address that the published JSON Schema has as its `$id`. It is a name: nothing is fetched from it. */
export const CHARACTER_SCHEMA_ID =
  'https://github.com/avatar-toolkit/avatar/packages/character/schema/character.schema.json';

/** The largest seed. */
export const MAX_SEED = 0xffffffff;

/** A spec as it comes from outside: nothing unknown, everything in its range. */
export const characterSchema = object({
  version: z.literal(CHARACTER_VERSION, { error: `version ${CHARACTER_VERSION}` }).exactOptional(),
  seed: integer(0, MAX_SEED),
  skin: object({ hex: hex() }).exactOptional(),
  age: choice(AGES),
  presentation: slider(),
  face: object({
    width: slider(),
    jaw: slider(),
    chin: slider(),
    cheeks: slider(),
    length: slider(),
  }).exactOptional(),
  eyes: object({
    hex: hex(),
    size: slider(),
    tilt: slider(),
    spacing: slider(),
    lid: choice(LIDS),
    lashes: slider(),
    design: choice(EYE_DESIGNS),
    iris: choice(IRIS_DESIGNS),
  }).exactOptional(),
  brows: object({
    thickness: slider(),
    arch: slider(),
    hex: hex(),
    shape: choice(BROW_SHAPES),
  }).exactOptional(),
  nose: object({
    width: slider(),
    length: slider(),
    bridge: slider(),
    shape: choice(NOSE_SHAPES),
  }).exactOptional(),
  mouth: object({
    width: slider(),
    fullness: slider(),
    hex: hex(),
    shape: choice(MOUTH_SHAPES),
  }).exactOptional(),
  ears: object({ shape: choice(EAR_SHAPES) }).exactOptional(),
  hair: object({
    style: choice(HAIR_STYLES),
    texture: choice(HAIR_TEXTURES),
    volume: slider(),
    hex: hex(),
    part: choice(HAIR_PARTS),
    fringe: choice(FRINGES),
    recession: slider(),
    grey: slider(),
    second: hex(),
  }).exactOptional(),
  facial_hair: object({ style: choice(FACIAL_HAIR_STYLES), hex: hex() }).exactOptional(),
  glasses: object({ style: choice(GLASSES_STYLES), hex: hex() }).exactOptional(),
  headwear: object({
    style: choice(HEADWEAR_STYLES),
    hex: hex(),
    second: hex(),
    brim: slider(),
    plume: yesOrNo(),
  }).exactOptional(),
  accessories: choices(ACCESSORIES),
  jewellery: object({ hex: hex() }).exactOptional(),
  flower: object({ hex: hex() }).exactOptional(),
  makeup: object({ hex: hex() }).exactOptional(),
  clothing: object({
    style: choice(CLOTHING_STYLES),
    hex: hex(),
    second: hex(),
    third: hex(),
    pattern: choice(CLOTHING_PATTERNS),
    neck: choice(NECKLINES),
    lapel: choice(LAPELS),
  }).exactOptional(),
  body: object({ shoulders: slider(), build: slider() }).exactOptional(),
  expression: choice(EXPRESSIONS),
  pose: object({
    yaw: number(-45, 45),
    pitch: number(-12, 12),
    roll: number(-15, 15),
    gesture: choice(GESTURES),
    framing: choice(FRAMINGS),
  }).exactOptional(),
  effects: choices(EFFECTS),
  glow: object({ hex: hex(), second: hex() }).exactOptional(),
});
