import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, notFound } from '../../../errors/index.js';
import { MOST_GROUPS, type Group } from '../../../groups/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { envelope, heygenProblems, inEnvelope } from '../envelope.js';
import { avatarAnswer, avatarAnswers, seconds } from '../map/avatar-answer.js';
import { imageUrls, isPhoto, namedImage } from '../map/image.js';
import {
  addBodySchema,
  avatarSchema,
  createBodySchema,
  groupIdParams,
  groupListSchema,
} from '../schemas/group.js';

/** Looks of one group. */
const MOST_LOOKS = 100;
const tags = ['heygen'];

/** People in several pictures: made, added to, looked at, deleted. */
export function groupRoutes(app: ZodApp, services: Services): void {
  writingRoutes(app, services);
  readingRoutes(app, services);
}

function writingRoutes(app: ZodApp, services: Services): void {
  const { groups, archive } = services;
  app.post(
    '/v2/photo_avatar/avatar_group/create',
    {
      schema: {
        operationId: 'heygenCreateGroup',
        tags,
        summary: 'Make a group of a picture of a generation, or of a photo that was sent',
        body: createBodySchema,
        response: { 200: envelope(avatarSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const { id: accountId } = accountOf(request);
      const { name, image_key } = request.body;
      const { imageId, person } = await namedImage(services, accountId, image_key);
      const group = await groups.create(accountId, { name, imageId }, person);
      if (group === undefined)
        throw new ApiError('conflict', `An account has at most ${MOST_GROUPS} groups: delete one first`);
      const { id, createdAt } = group;
      return inEnvelope(await avatarAnswer(services, request, { id, groupId: id, name, imageId, createdAt }));
    },
  );

  app.post(
    '/v2/photo_avatar/avatar_group/add',
    {
      schema: {
        operationId: 'heygenAddLooks',
        tags,
        summary: 'Add pictures of the same person to a group',
        body: addBodySchema,
        response: {
          200: envelope(z.object({ photo_avatar_list: z.array(avatarSchema) })),
          ...heygenProblems,
        },
      },
    },
    async (request) => {
      const { id: accountId } = accountOf(request);
      const { group_id, image_keys, name } = request.body;
      const group = await groupOf(services, request, group_id);
      const images = await Promise.all(image_keys.map((key) => namedImage(services, accountId, key)));
      const added = await groups.addLooks(
        group,
        images.map(({ imageId }) => ({ name, imageId })),
        MOST_LOOKS,
      );
      if (added === undefined) throw new ApiError('conflict', `A group has at most ${MOST_LOOKS} looks`);
      const list = await avatarAnswers(services, request, added);
      return inEnvelope({ photo_avatar_list: list });
    },
  );

  app.delete(
    '/v2/photo_avatar_group/:group_id',
    {
      schema: {
        operationId: 'heygenDeleteGroup',
        tags,
        summary: 'Delete a group, what is known of the person, and the photos in it',
        params: groupIdParams,
        response: { 200: envelope(z.null()), ...heygenProblems },
      },
    },
    async (request) => {
      const { id: accountId } = accountOf(request);
      const group = await groupOf(services, request, request.params.group_id);
      for (const { imageId } of await groups.looks(group.id))
        if (isPhoto(imageId)) await archive.remove(accountId, imageId);
      await groups.remove(accountId, group.id);
      return inEnvelope(null);
    },
  );
}

function readingRoutes(app: ZodApp, services: Services): void {
  const { groups } = services;
  app.get(
    '/v2/photo_avatar/:id',
    {
      schema: {
        operationId: 'heygenGetAvatar',
        tags,
        summary: 'One look',
        params: z.object({ id: z.string().max(100) }),
        response: { 200: envelope(avatarSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const look = await groups.findLook(accountOf(request).id, request.params.id);
      if (look === undefined) throw notFound('avatar');
      return inEnvelope(await avatarAnswer(services, request, look));
    },
  );

  app.get(
    '/v2/avatar_group/:group_id/avatars',
    {
      schema: {
        operationId: 'heygenListLooks',
        tags,
        summary: 'The looks of a group',
        params: groupIdParams,
        response: { 200: envelope(z.object({ avatar_list: z.array(avatarSchema) })), ...heygenProblems },
      },
    },
    async (request) => {
      const group = await groupOf(services, request, request.params.group_id);
      const looks = await groups.looks(group.id);
      const list = await avatarAnswers(services, request, looks);
      return inEnvelope({ avatar_list: list });
    },
  );

  app.get(
    '/v2/avatar_group.list',
    {
      schema: {
        operationId: 'heygenListGroups',
        tags,
        summary: 'The groups of the account, newest first',
        response: { 200: envelope(groupListSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const found = await groups.list(accountOf(request).id);
      const urls = await imageUrls(
        services,
        request,
        found.map(({ imageId }) => imageId),
      );
      const list = found.map(({ group: { id, name, createdAt, training }, looks }, index) => ({
        id,
        name,
        created_at: seconds(createdAt),
        num_looks: looks,
        preview_image: urls[index],
        group_type: 'PHOTO' as const,
        train_status: training,
      }));
      return inEnvelope({ total_count: list.length, avatar_group_list: list });
    },
  );
}

/** @throws ApiError `not-found` */
export async function groupOf({ groups }: Services, request: FastifyRequest, id: string): Promise<Group> {
  const group = await groups.find(accountOf(request).id, id);
  if (group === undefined) throw notFound('group');
  return group;
}
