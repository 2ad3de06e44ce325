import { randomBytes, randomInt } from 'node:crypto';
import { AvatarError } from '@avatar/stage';
import { z } from 'zod';
import { problemOf } from '../../../errors/index.js';
import { measurePerson } from '../../../generations/index.js';
import type { Group, KnownPerson } from '../../../groups/index.js';
import { accountOf } from '../../../http/authentication.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { envelope, heygenProblems, inEnvelope } from '../envelope.js';
import { seconds } from '../map/avatar-answer.js';
import { isPhoto } from '../map/image.js';
import { groupIdParams, trainBodySchema, trainingSchema } from '../schemas/group.js';
import { groupOf } from './groups.js';

/** As many as are measured together; the newest say most. */
const MOST_PHOTOS = 16;
const MAX_SEED = 0xffffffff;
const tags = ['heygen'];

/** Training is measuring: the person becomes a character, from the photos of the group where there are any. */
export function trainingRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v2/photo_avatar/train',
    {
      config: { rateLimit: {} },
      schema: {
        operationId: 'heygenTrainGroup',
        tags,
        summary: 'Find out who is in the pictures of a group; free',
        description: 'Answers when it is done: some seconds a photo.',
        body: trainBodySchema,
        response: { 200: envelope(z.object({ flow_id: z.string() })), ...heygenProblems },
      },
    },
    async (request, reply) => {
      const group = await groupOf(services, request, request.body.group_id);
      const { id: accountId } = accountOf(request);
      try {
        await services.groups.trained(
          group.id,
          await personIn(services, accountId, group, disconnectSignal(reply)),
        );
      } catch (error) {
        // What is wrong with a photo is an end of the training; all else is none.
        if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
        await services.groups.trained(group.id, { error: problemOf(error).problem.detail });
      }
      return inEnvelope({ flow_id: randomBytes(16).toString('hex') });
    },
  );

  app.get(
    '/v2/photo_avatar/train/status/:group_id',
    {
      schema: {
        operationId: 'heygenGetTraining',
        tags,
        summary: 'Whether looks can be made of a group',
        params: groupIdParams,
        response: { 200: envelope(trainingSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const { training, trainingError, createdAt, updatedAt } = await groupOf(
        services,
        request,
        request.params.group_id,
      );
      return inEnvelope({
        status: training,
        error_msg: trainingError,
        created_at: seconds(createdAt),
        updated_at: seconds(updatedAt),
      });
    },
  );
}

async function personIn(
  { groups, archive, pool, gate, config }: Services,
  accountId: string,
  { id, character, isMeasured }: Group,
  signal: AbortSignal,
): Promise<KnownPerson> {
  const keys = (await groups.looks(id)).map(({ imageId }) => imageId).filter(isPhoto);
  const kept = await Promise.all(keys.slice(-MOST_PHOTOS).map((key) => archive.read(accountId, key)));
  const photos = kept.flatMap((photo) => photo?.bytes ?? []);
  if (photos.length > 0) {
    const parts = { pool, gate, deadlineMs: config.limits.deadlineMs };
    const measured = await measurePerson(parts, accountId, photos, signal);
    // With a seed, whatever the photos do not tell is the same in every picture.
    return { character: { ...measured.character, seed: randomInt(MAX_SEED + 1) }, isMeasured: true };
  }
  if (character !== null) return { character, isMeasured };
  throw AvatarError.rejected('no-face', 'No photo of the group is left. Please send photos of the person.');
}
