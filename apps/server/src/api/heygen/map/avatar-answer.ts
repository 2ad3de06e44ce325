import type { FastifyRequest } from 'fastify';
import type { Look } from '../../../groups/index.js';
import type { Services } from '../../services.js';
import type { AvatarData } from '../schemas/group.js';
import { imageUrls } from './image.js';

export const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** A look as the vendor's clients know it: an avatar. */
export async function avatarAnswer(
  services: Services,
  request: FastifyRequest,
  look: Look,
): Promise<AvatarData> {
  return (await avatarAnswers(services, request, [look]))[0];
}

/** Several of them, in their order. */
export async function avatarAnswers(
  services: Services,
  request: FastifyRequest,
  looks: readonly Look[],
): Promise<AvatarData[]> {
  const urls = await imageUrls(
    services,
    request,
    looks.map(({ imageId }) => imageId),
  );
  return looks.map(({ id, groupId, name, createdAt }, index) => ({
    id,
    group_id: groupId,
    name,
    image_url: urls[index],
    created_at: seconds(createdAt),
    status: 'completed',
    is_motion: false,
  }));
}
