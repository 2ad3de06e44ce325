import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { filePath, type ObjectArchive, type UrlSigner } from '../storage/index.js';

export type FileProblem = 'signature-invalid' | 'file-not-found';

export interface SignedFilesOptions {
  readonly archive: ObjectArchive;
  readonly signer: UrlSigner;
  /** The error that the server's error handler answers with 403 or 404. */
  readonly problem: (problem: FileProblem) => Error;
}

/**
 * `GET /v1/files/{id}?expires=…&signature=…`: the same for a folder and a bucket, so that deleting an object ends its
 * links at once and the bucket can stay private.
 */
export function signedFiles(app: FastifyInstance, { archive, signer, problem }: SignedFilesOptions): void {
  app.get<{ Params: { key: string }; Querystring: { expires?: string; signature?: string } }>(
    filePath(':key'),
    { schema: { hide: true } },
    async ({ params, query }, reply) => {
      const [expires, signature] = [single(query.expires), single(query.signature)];
      if (!signer.verify(filePath(params.key), expires, signature)) throw problem('signature-invalid');
      const found = await archive.readPublished(params.key);
      if (found === undefined) throw problem('file-not-found');
      return reply
        .type(found.contentType)
        .headers({
          // A picture and nothing else, wherever it is opened.
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'cross-origin',
          // A deleted avatar should not live on in caches: they ask again after a minute.
          'cache-control': 'private, max-age=60',
        })
        .send(Buffer.from(found.bytes));
    },
  );
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? undefined : value;
