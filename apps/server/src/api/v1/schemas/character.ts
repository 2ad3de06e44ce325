import { characterSchema } from '@avatar/character';
import type { PoolAnimationOptions, PoolDrawOptions } from '@avatar/worker-pool';
import { z } from 'zod';
import { avatarOptionsShape } from './avatar-options.js';
import { warningSchema } from './avatar-response.js';
import { ownText } from './text.js';

/** As much as `@avatar/character-brief` reads. */
const MAX_WORDS = 2000;
/** A preview is for the eye, not for use. */
export const MAX_PREVIEW_PX = 400;

const LOOKS = ['toon3d', 'anime', 'flat'] as const satisfies readonly NonNullable<PoolDrawOptions['look']>[];

export const FORMATS = ['png', 'svg', 'glb', 'vrm', 'webp', 'apng'] as const;
const MOTIONS = [
  'wave',
  'nod',
  'blink',
  'laugh',
] as const satisfies readonly PoolAnimationOptions['animate'][];
/** A modelled loop is forty modelled pictures: too long for a caller who waits. */
export const ANIMATED_LOOKS = ['anime', 'flat'] as const;

export const personSchema = characterSchema.meta({
  id: 'Character',
  description: 'A person as data; every field may be left out (docs/characters.md)',
});
export type Person = z.output<typeof personSchema>;

const words = () => ownText(MAX_WORDS).min(1).describe('What the person looks like, in plain English');

export const describeBodySchema = z.strictObject({ text: words() }).meta({ id: 'DescribeRequest' });

const understoodSchema = z.object({
  words: z.string().describe('As they were written'),
  from: z.string(),
  start: z.int().min(0).describe('First character of the words'),
  end: z.int().min(0).describe('Behind the last one'),
  path: z.string().describe('Field of the character, such as `hair.style`'),
  value: z.unknown(),
  field: z.string().optional(),
  note: z.string().optional(),
});
const unsupportedSchema = z.object({
  words: z.string(),
  from: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  reason: z.string().describe('`not-in-look`: the character has it, but the look has nothing for it'),
  field: z.string().optional(),
});

export const descriptionSchema = z
  .object({
    spec: personSchema.describe('Only what was said'),
    understood: z.array(understoodSchema),
    unsupported: z.array(unsupportedSchema).describe('Wishes that are not in the character'),
  })
  .meta({ id: 'Description' });

const { pose, expression } = characterSchema.shape;
const { framing, ...turn } = pose.unwrap().shape;

export const drawBodySchema = z
  .strictObject({
    text: words().optional(),
    character: personSchema
      .optional()
      .describe('Instead of `text`: a person as `describe` and earlier pictures give them'),
    look: z.enum(LOOKS).default('toon3d').describe('`anime` and `flat` are vectors'),
    pose: z.strictObject(turn).optional().describe('Replaces parts of the pose of the character'),
    expression: expression.unwrap().optional(),
    framing: framing.unwrap().optional(),
    background: avatarOptionsShape.background
      .unwrap()
      .default('own')
      .describe(
        "`own`: the look's own ground; else a token of `GET /v1/backgrounds` that needs no photo, or `#rrggbb`",
      ),
    palette: avatarOptionsShape.palette,
    platform: avatarOptionsShape.platform.describe('Token of `GET /v1/platforms`; sets the size'),
    size: avatarOptionsShape.size,
    seed: avatarOptionsShape.seed.describe('Decides what was not said. Default: that of the character, or 0'),
    format: z
      .enum(FORMATS)
      .optional()
      .describe(
        '`svg` for vectors, on `own`, `transparent` or a flat colour; `glb` for a 3-D bust, `vrm` (experimental) for one at rest as viewers of VRM 1.0 load it; `webp` or `apng` with `animate`. Default: `png`, with `animate` `webp`',
      ),
    compression: z
      .enum(['none', 'meshopt'])
      .optional()
      .describe(
        'Of a `glb`: `meshopt` is less than half as large, for viewers that read it. Default: `none`',
      ),
    animate: z
      .enum(MOTIONS)
      .optional()
      .describe(
        `The person in motion: a loop of 2 s of at most 500 kB, in the looks ${ANIMATED_LOOKS.map((look) => `\`${look}\``).join(' and ')}. A wave replaces the gesture, a laugh the expression`,
      ),
    mode: z
      .enum(['max', 'eco'])
      .default('max')
      .describe(`\`eco\`: a preview, a PNG of at most ${MAX_PREVIEW_PX} pixels, free`),
    reference: avatarOptionsShape.reference,
  })
  .meta({ id: 'DrawRequest' });
export type DrawBody = z.output<typeof drawBodySchema>;

export const drawnSchema = z
  .object({
    id: z.string(),
    look: z.enum(LOOKS),
    style: z.string(),
    platform: z.string().describe('`custom` but for still pictures'),
    background: z.string(),
    palette: z.string().nullable(),
    mode: z.enum(['max', 'eco']),
    size: z.int().describe('Side of the square in pixels; the width of a picture that is none; 0 of a bust'),
    width: z.int().describe('In pixels; 0 of a bust'),
    height: z.int().describe('In pixels; 0 of a bust'),
    format: z.enum(FORMATS),
    media_type: z.string().describe('Of the file: such as `image/png` or `model/gltf-binary`'),
    seed: z.int(),
    avatar_base64: z.string().describe('The file; nothing is stored'),
    character: personSchema.describe('Keep it: the same person, look, ground and size give the same bytes'),
    understood: z.array(understoodSchema),
    unsupported: z.array(unsupportedSchema),
    validation_warnings: z.array(warningSchema),
    credits_charged: z.int().min(0),
    cost: z.number().min(0).describe('US dollars: processor time at the price of the server'),
    latency_ms: z.number().min(0),
    reference: z.string().optional(),
  })
  .meta({ id: 'DrawnAvatar' });
export type DrawnAnswer = z.output<typeof drawnSchema>;
