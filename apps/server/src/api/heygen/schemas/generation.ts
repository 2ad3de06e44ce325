import { z } from 'zod';
import { address, ownText } from '../../v1/schemas/text.js';
import { personShape } from '../../vendors/person-attributes.js';

export const generateBodySchema = z
  .object({
    ...personShape,
    callback_url: address(2048)
      .optional()
      .describe('Told when the pictures are there, signed as Standard Webhooks say'),
    callback_id: ownText(200).optional().describe('Your own identifier, sent back'),
  })
  .meta({ id: 'HeyGenPhotoRequest' });

export const startedSchema = z.object({ generation_id: z.string() });

export const generationSchema = z
  .object({
    id: z.string(),
    status: z.enum(['in_progress', 'success', 'failed']),
    msg: z.string().nullable(),
    image_url_list: z.array(z.string()).nullable().describe('Signed; they end with the pictures'),
    image_key_list: z.array(z.string()).nullable(),
    warnings: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .describe('Ours: what of the request is not in the pictures'),
  })
  .meta({ id: 'HeyGenGeneration' });
export type GenerationData = z.output<typeof generationSchema>;
