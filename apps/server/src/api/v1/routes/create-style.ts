import { STYLE_EXAMPLES } from '@avatar/styles';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountOf } from '../../../http/authentication.js';
import type { FormShape } from '../../../http/multipart.js';
import type { ZodApp } from '../../../http/zod-app.js';
import { StyleUpload, submitStyle } from '../../../style-fits/index.js';
import type { OwnStyle } from '../../../styles/index.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../map/presenter.js';
import { styleAnswer } from '../map/style-answer.js';
import { createStyleSchema, ownStyleSchema, type CreateStyleBody } from '../schemas/own-style.js';
import { problems } from '../schemas/problems.js';

/** `POST /v1/styles`: example pictures as files, as a ZIP archive, or as addresses, to a style. */
export function createStyleRoute(app: ZodApp, services: Services): void {
  const uploads = new WeakMap<FastifyRequest, StyleUpload>();
  const { limits } = services.config;
  const uploadOf = (request: FastifyRequest): StyleUpload => {
    const known = uploads.get(request);
    if (known !== undefined) return known;
    const fresh = new StyleUpload(services.archive, accountOf(request).id, {
      maxPictureBytes: limits.maxUploadBytes,
      maxTotalBytes: limits.maxFormBytes,
    });
    uploads.set(request, fresh);
    return fresh;
  };
  const discard = async (request: FastifyRequest) => uploads.get(request)?.discard();
  const accepted = (style: OwnStyle, request: FastifyRequest) => (reply: FastifyReply) => {
    const answer = styleAnswer(style, presenterFor(request, services));
    return reply.code(202).headers({ location: answer.links.self, 'retry-after': '5' }).send(answer);
  };

  app.post(
    '/v1/styles',
    {
      config: {
        form: formInto(uploadOf),
        idempotent: true,
        rateLimit: {},
        boundAnswer: async (request, boundTo) => {
          const style = await services.styles.ownStyles.find(accountOf(request).id, boundTo);
          return style === undefined ? { kind: 'again' } : { kind: 'answer', send: accepted(style, request) };
        },
      },
      // Whatever became of the request: what was not submitted goes.
      onResponse: discard,
      onRequestAbort: discard,
      schema: {
        operationId: 'createStyle',
        tags: ['styles'],
        summary: 'Make a style of your own of 50 to 200 pictures',
        description:
          'Send the pictures as files named `images`, as one ZIP file named `archive`, or as `image_urls`. Answers 202 at ' +
          'once; the style is ready minutes later. The pictures are kept encrypted until then, and deleted.',
        body: createStyleSchema,
        response: { 202: ownStyleSchema, ...problems },
      },
    },
    async (request, reply) => {
      const upload = uploadOf(request);
      await addAddresses(services, upload, request.body);
      const { name, callback_url: callbackUrl } = request.body;
      const asked = { name, callbackUrl };
      const style = await submitStyle(services.styles, accountOf(request), upload, asked, request.bindKey);
      return accepted(style, request)(reply);
    },
  );
}

async function addAddresses(
  { photos: { guardedFetch } }: Services,
  upload: StyleUpload,
  { image_urls: addresses = [], preview_url: preview }: CreateStyleBody,
): Promise<void> {
  for (const url of addresses) {
    guardedFetch.check(url);
    await upload.addAddress(url);
  }
  if (preview === undefined) return;
  guardedFetch.check(preview);
  await upload.setPreviewAddress(preview);
}

function kept(upload: StyleUpload, field: string, file: Uint8Array): Promise<Uint8Array> {
  if (field === 'archive') return upload.addZip(file);
  return field === 'preview' ? upload.setPreview(file) : upload.add(file);
}

/** Each file is kept before the next one is read; of all of them their fields and digests stand in the body. */
const formInto = (uploadOf: (request: FastifyRequest) => StyleUpload): FormShape => ({
  files: 'many',
  fileFields: ['images', 'image', 'archive', 'preview'],
  // One more, so that it is said what is wrong; and the photo of the preview.
  maxFiles: STYLE_EXAMPLES.most + 2,
  numbers: [],
  booleans: [],
  keep: async (request, field, file) => {
    // The same files in other places are another request.
    return Buffer.concat([Buffer.from(field), await kept(uploadOf(request), field, file)]);
  },
  body: (digests, fields) => ({ ...fields, uploaded: Buffer.concat(digests as Uint8Array[]) }),
});
