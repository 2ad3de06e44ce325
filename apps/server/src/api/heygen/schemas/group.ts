import { z } from 'zod';
import { ownText } from '../../v1/schemas/text.js';
import { personShape } from '../../vendors/person-attributes.js';

const id = () => z.string().max(100);
const imageKey = () => z.string().max(100).describe('`image/<32 hexadecimal digits>/original`');
const { name, orientation, pose, style } = personShape;

export const createBodySchema = z
  .object({ name, image_key: imageKey(), generation_id: id().nullish() })
  .meta({ id: 'HeyGenGroupRequest' });

/** As many as the vendor takes at once. */
const MOST_AT_ONCE = 4;
export const addBodySchema = z
  .object({
    group_id: id(),
    image_keys: z.array(imageKey()).min(1).max(MOST_AT_ONCE),
    name: ownText(200).min(1),
    generation_id: id().nullish(),
  })
  .meta({ id: 'HeyGenLooksRequest' });

export const trainBodySchema = z.object({ group_id: id() }).meta({ id: 'HeyGenTrainRequest' });

export const lookBodySchema = z
  .object({ group_id: id(), prompt: ownText(1000).min(1), orientation, pose, style })
  .meta({ id: 'HeyGenLookRequest' });

export const avatarSchema = z
  .object({
    id: z.string(),
    group_id: z.string(),
    name: z.string(),
    image_url: z.string().nullable().describe('null when the picture is gone'),
    created_at: z.int().describe('Unix seconds'),
    status: z.enum(['pending', 'completed']),
    is_motion: z.literal(false),
  })
  .meta({ id: 'HeyGenAvatar' });
export type AvatarData = z.output<typeof avatarSchema>;

export const groupIdParams = z.object({ group_id: id() });

export const trainingSchema = z
  .object({
    status: z.enum(['pending', 'training', 'ready', 'failed']),
    error_msg: z.string().nullable(),
    created_at: z.int(),
    updated_at: z.int(),
  })
  .meta({ id: 'HeyGenTraining' });

export const groupListSchema = z.object({
  total_count: z.int(),
  avatar_group_list: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      created_at: z.int(),
      num_looks: z.int(),
      preview_image: z.string().nullable(),
      group_type: z.literal('PHOTO'),
      train_status: z.enum(['pending', 'ready', 'failed']),
    }),
  ),
});

export const assetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    file_type: z.literal('image'),
    url: z.string().describe('Needs the key of the account'),
    image_key: z.string(),
    created_ts: z.int(),
  })
  .meta({ id: 'HeyGenAsset' });
