import { z } from 'zod';
import { ApiError, notFound } from '../../../errors/index.js';
import { keepPhoto } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../../v1/map/presenter.js';
import { envelope, heygenProblems, inEnvelope } from '../envelope.js';
import { hexOf, idOf, imageKeyOf } from '../ids.js';
import { seconds } from '../map/avatar-answer.js';
import { assetSchema } from '../schemas/group.js';

const JPEG = 'image/jpeg';
const PNG = 'image/png';
const STARTS: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  [JPEG, [0xff, 0xd8, 0xff]],
  [PNG, [0x89, 0x50, 0x4e, 0x47]],
];

/** Photos of people, sent as they are, kept encrypted for as long as kept photos are. */
export function assetRoutes(app: ZodApp, services: Services): void {
  const { archive, config } = services;
  app.addContentTypeParser([JPEG, PNG], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post(
    '/v1/asset',
    {
      bodyLimit: config.limits.maxUploadBytes,
      config: { rateLimit: {} },
      schema: {
        operationId: 'heygenUploadAsset',
        tags: ['heygen'],
        summary: 'Send a photo to make a group of; it is kept for 24 hours at most',
        consumes: [JPEG, PNG],
        body: z.custom<Uint8Array>((value) => value instanceof Uint8Array, {
          error: 'expected a JPEG or PNG file',
        }),
        response: { 200: envelope(assetSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const { id: accountId } = accountOf(request);
      if (typeOf(request.body) === undefined)
        throw new ApiError('unsupported-media-type', 'Send the bytes of a JPEG or PNG file');
      const input = { accountId, series: undefined, ttlMs: config.ttl.inputMs };
      const hex = hexOf(await keepPhoto(archive, request.body, input));
      return inEnvelope({
        id: hex,
        name: hex,
        file_type: 'image' as const,
        url: `${presenterFor(request, services).baseUrl}/v1/asset/${hex}`,
        image_key: imageKeyOf(hex),
        created_ts: seconds(new Date()),
      });
    },
  );

  app.get(
    '/v1/asset/:id',
    {
      schema: {
        operationId: 'heygenGetAsset',
        tags: ['heygen'],
        summary: 'A photo that was sent, for the account that sent it',
        params: z.object({ id: z.string().max(100) }),
        response: {
          200: {
            description: 'The file',
            content: { [JPEG]: { schema: z.any() }, [PNG]: { schema: z.any() } },
          },
          ...heygenProblems,
        },
      },
    },
    async (request, reply) => {
      const key = idOf('inp', request.params.id);
      const kept = key === undefined ? undefined : await archive.read(accountOf(request).id, key);
      const type = kept && typeOf(kept.bytes);
      if (kept === undefined || type === undefined) throw notFound('asset');
      return reply.type(type).send(Buffer.from(kept.bytes));
    },
  );
}

const typeOf = (bytes: Uint8Array): string | undefined =>
  STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0];
