import type { FacialHairStyle } from '@avatar/character';
import { clamp, mix } from '@avatar/image';
import { mixColours, shade } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { drawRound, drawSmile, type Lips } from './open-mouth.js';
import { mouthGeometry, type MouthGeometry } from './mouth-shape.js';
import { noseGeometry } from './nose-shape.js';

export function drawMouth(scene: Scene): void {
  const mouth = mouthGeometry(scene.rig);
  const { palette, person } = scene;
  const colour = palette.lips;
  const lips: Lips = {
    colour,
    dark: shade(colour, { light: -0.07, chroma: 1.08 }),
    line: mixColours(palette.ink, '#7a2330', 0.35),
    share: scene.ifInked(
      clamp((person.character.mouth.fullness - 0.12) * 1.35) * (1 - 0.4 * person.masculine),
      1,
    ),
  };
  const { open, round } = person.expression;
  if (open < 0.05) drawClosed(scene, mouth, lips);
  else if (round > 0.5) drawRound(scene, mouth, lips);
  else drawSmile(scene, mouth, lips);
  drawFolds(scene, mouth);
}

function drawClosed(
  scene: Scene,
  { kind, halfWidth: w, fullness, at, lineAt }: MouthGeometry,
  lips: Lips,
): void {
  const { palette, isInked } = scene;
  const upperHeight = 0.055 * fullness * scene.ifInked(0.84, 1) * kind.upper;
  const lowerHeight = 0.085 * fullness * scene.ifInked(0.88, 1) * kind.lower;
  const on = (share: number, dy = 0) => at(share * w, lineAt(share) + dy);
  const line = [-1, -0.72, -0.4, -0.14, 0, 0.14, 0.4, 0.72, 1].map((share) =>
    on(share, share === 0 ? 0.012 : Math.abs(share) < 0.2 ? 0.002 : 0.004),
  );
  const upper = [
    on(-0.97),
    on(-0.55, -upperHeight * kind.corners),
    on(-kind.peak, -upperHeight),
    on(0, -upperHeight * kind.bow),
    on(kind.peak, -upperHeight),
    on(0.55, -upperHeight * kind.corners),
    on(0.97),
  ];
  const lower = [
    on(0.58, lowerHeight * (kind.corners + 0.06)),
    on(0.2, lowerHeight),
    on(-0.2, lowerHeight),
    on(-0.58, lowerHeight * (kind.corners + 0.06)),
  ];
  scene.shape([...upper, ...[...line].reverse().slice(1, -1)], lips.dark, {
    opacity: lips.share * scene.ifInked(0.85, 1),
  });
  scene.shape([...line, ...lower], lips.colour, { opacity: lips.share * scene.ifInked(0.8, 1) });
  if (scene.character.mouth.fullness > 0.3)
    scene.shape(
      [
        on(-0.34, lowerHeight * 0.45),
        on(-0.1, lowerHeight * 0.3),
        on(0.12, lowerHeight * 0.36),
        on(-0.05, lowerHeight * 0.62),
      ],
      shade(lips.colour, { light: 0.09, chroma: 0.9 }),
      { opacity: 0.75 * lips.share },
    );
  scene.shape(
    [
      at(-w * 0.42, lowerHeight + 0.03),
      at(0, lowerHeight + 0.022),
      at(w * 0.42, lowerHeight + 0.03),
      at(0, lowerHeight + 0.075),
    ],
    palette.skin.shadow,
    { opacity: scene.ifInked(0.8, 0.7) },
  );
  scene.stroke(
    line,
    scene.ifInked(3.7, 3.2),
    isInked ? lips.line : mixColours(lips.dark, palette.ink, 0.45),
    {
      taper: (t) => 0.3 + 0.7 * Math.sin(Math.PI * t) * (1 - 0.35 * Math.exp(-((t - 0.5) ** 2) * 60)),
    },
  );
  for (const side of [-1, 1]) {
    const end = lineAt(side);
    scene.stroke(
      [
        at(side * (w - 0.012), end - 0.012),
        at(side * (w + 0.014), end - 0.008),
        at(side * (w + 0.018), end + 0.006),
      ],
      scene.ifInked(2.6, 2.4),
      isInked ? lips.line : palette.skin.dark,
      { opacity: 0.6 },
    );
  }
}

/** Beards that cover what lies beside the mouth. */
const COVERING = new Set<FacialHairStyle>(['short_beard', 'full_beard', 'long_beard']);

/** From the nose to the corners of the mouth: years and broad smiles. */
function drawFolds(scene: Scene, { halfWidth: w, y }: MouthGeometry): void {
  const { rig, palette } = scene;
  const { age, expression } = scene.person;
  const depth = Math.max(
    (age - 0.1) * 0.9,
    expression.smile > 0.6 ? (0.11 + 0.34 * age) * expression.smile : 0,
  );
  const nose = noseGeometry(rig);
  const isBearded = COVERING.has(scene.character.facial_hair.style);
  for (const side of [-1, 1]) {
    if (depth > 0.1)
      scene.stroke(
        [
          rig.onFace(side * (nose.halfWidth + 0.06), nose.baseY - 0.03, 0.01),
          rig.onFace(side * (w * 0.72 + 0.16), 0.74, 0.01),
          ...(isBearded ? [] : [rig.onFace(side * (w + 0.13), mix(0.84, 0.95, age), 0.01)]),
        ],
        2.6,
        palette.skin.line,
        { opacity: clamp(depth * 0.75, 0, 0.62) },
      );
    if (age > 0.6 && !isBearded)
      scene.stroke(
        [rig.onFace(side * (w + 0.05), y + 0.06), rig.onFace(side * (w + 0.06), y + 0.16)],
        2.2,
        palette.skin.line,
        {
          opacity: 0.4 * age,
        },
      );
  }
}
