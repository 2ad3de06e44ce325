import type { FastifyRequest } from 'fastify';
import type { Look } from '../../../groups/index.js';
import type { Services } from '../../services.js';
import type { AvatarData } from '../schemas/group.js';
import { imageUrl } from './image.js';

export const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** A look as the vendor's clients know it: an avatar. */
export async function avatarAnswer(
  services: Services,
  request: FastifyRequest,
  { id, groupId, name, imageId, createdAt }: Look,
): Promise<AvatarData> {
  return {
    id,
    group_id: groupId,
    name,
    image_url: await imageUrl(services, request, imageId),
    created_at: seconds(createdAt),
    status: 'completed',
    is_motion: false,
  };
}
