import { z } from 'zod';
import { address, ownText } from '../v1/schemas/text.js';
import { personShape } from '../vendors/person-attributes.js';

export const photoBodySchema = z
  .object({
    ...personShape,
    callback_url: address(2048).describe('Told when the picture is there, signed as Standard Webhooks say'),
    callback_id: ownText(200).describe('Your own identifier, sent back'),
  })
  .partial()
  .meta({ id: 'KonProPhotoRequest' });

export const startedSchema = z
  .object({
    job_id: z.string().describe('`job_…`; how it is doing says `GET /v1/jobs/{id}`'),
    status: z.literal('processing'),
    message: z.string(),
  })
  .meta({ id: 'KonProJob' });

const errorSchema = z
  .object({
    status: z.literal('error'),
    code: z.string().describe('Stable; branch on this'),
    message: z.string().describe('Names the field that is wrong'),
    field: z.string().optional(),
  })
  .meta({ id: 'KonProError' });

const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
});

export const konproProblems = {
  '4xx': problem('What was wrong with the request'),
  '5xx': problem('Something that is not the fault of the request; try again'),
} as const;
