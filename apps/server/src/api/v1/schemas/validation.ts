import { z } from 'zod';
import type { PhotoAnalysis } from '../../../generations/index.js';
import { warningSchema } from './avatar-response.js';

const share = z.number().min(0).max(1);

export const validationSchema = z
  .object({
    usable: z.boolean().describe('Whether `generate` would take the photo'),
    refusal: z.object({ reason: z.string(), message: z.string() }).optional(),
    width: z.int().describe('Of the upright photo, in pixels'),
    height: z.int(),
    face_detected: z.boolean(),
    face_count: z.int().min(0),
    faces: z
      .array(
        z.object({
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
          coverage: share.describe('Head over the area of the photo'),
          dominant: z.boolean(),
        }),
      )
      .describe('In pixels of the upright photo; the one that would be used comes first'),
    input_quality_score: share,
    components: z.array(
      z.object({
        name: z.string(),
        score: share.optional().describe('Absent where the check does not apply'),
        weight: share,
        measured: z.number().optional(),
        unit: z.string().optional(),
        advice: z.string().optional(),
      }),
    ),
    validation_warnings: z.array(warningSchema),
    input_id: z.string().optional().describe('With `cache_input` or a session'),
    predicted: z.object({
      credits: z.int().min(0).describe('Charged if the avatar is delivered and passes'),
      cost: z.number().min(0).describe('US dollars, from what your avatars of this style took lately'),
    }),
  })
  .meta({ id: 'Validation' });

export function validationOf(analysis: PhotoAnalysis) {
  return {
    usable: analysis.refusal === undefined,
    ...(analysis.refusal !== undefined && { refusal: { ...analysis.refusal } }),
    width: analysis.width,
    height: analysis.height,
    face_detected: analysis.faceCount > 0,
    face_count: analysis.faceCount,
    faces: analysis.faces.map(({ box, coverage }, index) => ({ ...box, coverage, dominant: index === 0 })),
    input_quality_score: analysis.inputQualityScore,
    components: analysis.components.map(({ reason: _reason, ...component }) => ({ ...component })),
    validation_warnings: analysis.warnings.map((warning) => ({ ...warning })),
  };
}
