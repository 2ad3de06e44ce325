import type { FilledCharacter } from '@avatar/character';
import { groom } from '../../hair/index.js';
import { squareOf, type PictureSize, type RasterImage } from '@avatar/stage';
import {
  CANVAS,
  canvasOf,
  createRig,
  personOf,
  SQUARE_CANVAS,
  withBody,
  type Canvas,
  type Moment,
} from '../../rig/index.js';
import { buildArms } from './arms/arms.js';
import { bodyFieldOf } from './clothes/body-field.js';
import { buildNecklace } from './clothes/necklace.js';
import type { Outfit } from './clothes/outfit.js';
import { Tailor } from './clothes/tailor.js';
import { WARDROBE } from './clothes/wardrobe.js';
import { framingOf } from './framing.js';
import { buildBeard } from './hair/beard.js';
import { buildHair } from './hair/hair.js';
import { buildLegs, flareOf, GROUND } from './legs/legs.js';
import { buildBrows } from './model/brows.js';
import { groundFor } from '../grounds.js';
import { linear, shade } from './model/colours.js';
import { buildEars } from './model/ears.js';
import { buildEyes, eyePaintOf } from './model/eyes.js';
import { paintFace } from './model/face-paint.js';
import { figureOf } from './model/figure-of.js';
import type { Figure } from './model/figure.js';
import { buildHead } from './model/head-mesh.js';
import { buildMouthInside } from './model/mouth-inside.js';
import { TOON_PROPORTIONS } from './model/proportions.js';
import { glassBubble } from './render/glass.js';
import { renderScene } from './render/render.js';
import type { Backdrop, Scene } from './render/scene.js';
import { buildEffects } from './worn/effects.js';
import { buildGlasses } from './worn/glasses.js';
import { buildHeadwear } from './worn/headwear.js';
import { buildJewellery } from './worn/jewellery.js';

/** A figure with all its meshes, and what its clothes say to the renderer. */
export interface ToonModel {
  readonly figure: Figure;
  readonly outfit: Outfit;
}

export interface ToonModelOptions {
  /** What the figure has to fill. Default: a square. */
  readonly canvas?: Canvas;
  /** The body looks where the head does, and nobody leans. Default: each person stands at ease in their own way. */
  readonly upright?: boolean;
  /** Cuts and closes the body at this height, in head units below the middle of the head. Default: it is open below the canvas. */
  readonly bottom?: number;
  /** Meshes the skin of the head. Default: the mouth as the expression has it. */
  readonly meshHead?: (figure: Figure) => void;
  /** A point of time of a motion. Default: standing still. */
  readonly moment?: Moment;
}

/** Builds every mesh of a person: what the picture is rendered from, and what an exporter writes. */
export function modelToon3d(
  given: FilledCharacter,
  { canvas = SQUARE_CANVAS, upright, bottom: lowest, meshHead = buildHead, moment }: ToonModelOptions = {},
): ToonModel {
  const { scale, centre, bottom } = framingOf(given, canvas);
  const character = withBody(given, canvas);
  const rig = createRig({ person: personOf(character, moment), look: TOON_PROPORTIONS, scale, centre });
  const figure = figureOf(rig, upright);
  const hairdo = groom(rig);
  meshHead(figure);
  buildEars(figure);
  buildEyes(figure);
  buildBrows(figure);
  buildMouthInside(figure);
  buildBeard(figure);
  const whole = character.pose.framing === 'full_body';
  const armsHang = character.pose.gesture === 'none' && !whole;
  const body = bodyFieldOf(rig, armsHang, whole ? flareOf(character.clothing.style) : 0);
  buildHair(figure, body, hairdo);
  const tailor = new Tailor(figure, body, lowest ?? bottom, lowest !== undefined);
  const outfit = WARDROBE[character.clothing.style](tailor);
  if (!armsHang) buildArms(figure, body, outfit.sleeve);
  if (whole) buildLegs(figure, body);
  buildNecklace(figure, body, outfit, tailor);
  buildHeadwear(figure, hairdo.cap?.lift ?? 0.05);
  buildGlasses(figure);
  buildJewellery(figure);
  buildEffects(figure);
  figure.mesh.finish();
  return { figure, outfit };
}

/** Ground of a studio: lighter behind the head, darker below. */
export function studioBackdrop(hex: string): Backdrop {
  const top = linear(shade(hex, { light: -0.03 }));
  const bottom = linear(shade(hex, { light: -0.15, chroma: 1.12 }));
  return (x, y, out) => {
    const dx = x - 0.5;
    const dy = y - 0.42;
    const light = 1 + 0.24 * Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) * 1.5);
    for (let c = 0; c < 3; c++) out[c] = Math.min(1, (top[c] + (bottom[c] - top[c]) * y) * light);
  };
}

/** A whole figure throws a soft shadow on the ground. */
function standingOn(figure: Figure, backdrop: Backdrop, { width, height }: Canvas): Backdrop {
  const { view, person } = figure.rig;
  if (person.character.pose.framing !== 'full_body') return backdrop;
  const [x0, y0] = figure.bodyFrame.point([0, GROUND, 0.1]);
  const cx = (view.centre[0] + x0 * view.scale) / width;
  const cy = (view.centre[1] + y0 * view.scale) / height;
  const reach = (2.1 * view.scale) / width;
  const depth = ((2.1 * view.scale) / height) * 0.16;
  return (x, y, out) => {
    backdrop(x, y, out);
    const u = (x - cx - 0.2 * reach) / reach;
    const v = (y - cy) / depth;
    const shade = 1 - 0.42 * Math.exp(-1.6 * (u * u + v * v));
    for (let c = 0; c < 3; c++) out[c] *= shade;
  };
}

/** Jackets and sleeves are of one cloth. */
function sleevesOver({ layerColourAt, sleeve }: Outfit): Scene['printColour'] {
  return (
    layerColourAt ??
    ((x, y, z, out) => {
      out.set(sleeve.colour(x, y, z));
    })
  );
}

export interface Toon3dOptions {
  /** Default: 800 x 800 px. */
  readonly size?: PictureSize;
  /** Colour of the ground, `#rrggbb`; `transparent` for none. Default: by the seed. */
  readonly ground?: string;
  /** A point of time of a motion. Default: standing still. */
  readonly moment?: Moment;
}

/** Draws a person like a still of an animated feature. The same character gives the same bytes. */
export function drawToon3d(
  character: FilledCharacter,
  { size = squareOf(CANVAS), ground, moment }: Toon3dOptions = {},
): RasterImage {
  const canvas = canvasOf(size);
  const { figure, outfit } = modelToon3d(character, { canvas, ...(moment && { moment }) });
  const { view } = figure.rig;
  const k = size.widthPx / canvas.width;
  const camera = { ...size, scale: view.scale * k, centreX: view.centre[0] * k, centreY: view.centre[1] * k };
  const overlay =
    outfit.bubble && glassBubble(camera, figure.bodyFrame.point(outfit.bubble.centre), outfit.bubble.radius);
  return renderScene({
    mesh: figure.mesh,
    camera,
    atmosphere: {
      skinDepth: figure.skin.depth,
      skinSheen: figure.skin.sheen,
      ambient: [0.35, 0.355, 0.41],
    },
    facePaint: paintFace(figure),
    eyePaint: eyePaintOf(figure),
    skinColour: linear(figure.skin.base),
    skinCut: outfit.isSkin,
    clothColour: outfit.colourAt,
    printColour: sleevesOver(outfit),
    ...(ground !== 'transparent' && {
      backdrop: standingOn(figure, studioBackdrop(ground ?? groundFor(character.seed)), canvas),
    }),
    ...(overlay && { overlay }),
  });
}
