import { landmarkBox } from '@avatar/face';
import { seededRandom } from '@avatar/image';
import type { FaceLandmarks } from '@avatar/stage';
import type { Colour, ParticleLayer } from '@avatar/styles';

/** One particle, in pixels of the picture. */
export interface Particle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Direction that it points to, in radians. */
  readonly angle: number;
  readonly colour: Colour;
  readonly opacity: number;
  /** 0 in focus to 1 far out of focus. */
  readonly blur: number;
}

/** Most particles are small: exponent of the draw between smallest and largest. */
const SMALLNESS = 2.2;
/** Sparks rise, swaying this far, in radians. */
const UPWARDS = -Math.PI / 2;
const SWAY = 1.1;
/** Places tried to find one off the face. */
const TRIES = 12;
/** Half the width and height of the space that stays free around the head, and its middle, in sizes of the face's box. */
const ROOM = { across: 0.7, down: 0.82, middle: 0.4 };
/** A large particle is out of focus: its light is spread, down to this share of a small one's. */
const FAINTEST = 0.3;

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

function headRoom(landmarks: FaceLandmarks): Ellipse {
  const { x, y, width, height } = landmarkBox(landmarks);
  return {
    x: x + width / 2,
    y: y + ROOM.middle * height,
    across: width * ROOM.across,
    down: height * ROOM.down,
  };
}

const touches = (room: Ellipse, x: number, y: number, radius: number): boolean =>
  ((x - room.x) / (room.across + radius)) ** 2 + ((y - room.y) / (room.down + radius)) ** 2 < 1;

/** The particles of a layer, none of them before face or hair; the same for the same seed. */
export function scatter(
  layer: ParticleLayer,
  landmarks: FaceLandmarks,
  { width, height }: { readonly width: number; readonly height: number },
  seed: number,
): Particle[] {
  const random = seededRandom(seed);
  const room = headRoom(landmarks);
  const [smallest, largest] = layer.radius;
  const particles: Particle[] = [];
  const side = Math.min(width, height);
  // As many to an area as in a square.
  const count = Math.round((layer.count * width * height) / (side * side));
  for (let i = 0; i < count; i++) {
    const blur = random() ** SMALLNESS;
    const radius = side * (smallest + (largest - smallest) * blur);
    const turn = random();
    const angle = layer.shape === 'ember' ? UPWARDS + SWAY * (turn - 0.5) : 2 * Math.PI * turn;
    const colour = layer.colours[Math.floor(random() * layer.colours.length)];
    const opacity = layer.opacity * (1 - (1 - FAINTEST) * blur) * (0.45 + 0.55 * random());
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const x = random() * width;
      const y = random() * height;
      if (touches(room, x, y, radius)) continue;
      particles.push({ x, y, radius, angle, colour, opacity, blur });
      break;
    }
  }
  return particles;
}
