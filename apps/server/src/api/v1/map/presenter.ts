import type { FastifyRequest } from 'fastify';
import type { GenerationRecord } from '../../../generations/index.js';
import { signedFilePath, type UrlSigner } from '../../../storage/index.js';
import type { Services } from '../../services.js';

/** What answers need to make links. */
export interface Presenter {
  readonly signer: UrlSigner;
  /** Address that clients use, without a slash at the end. */
  readonly baseUrl: string;
}

/** Links for whoever asks: to the public address, or to the one that was asked. */
export const presenterFor = (request: FastifyRequest, { config, signer }: Services): Presenter => ({
  signer,
  baseUrl: config.http.publicUrl ?? `${request.protocol}://${request.host}`,
});

/** Where the picture of a generation is read, without a key. @returns undefined when there is none, or not any more */
export function pictureLink(
  { pictures }: Pick<GenerationRecord, 'pictures'>,
  { signer, baseUrl }: Presenter,
): string | undefined {
  if (pictures === undefined) return undefined;
  const expiresAt = new Date(pictures.expiresAt);
  return expiresAt <= new Date()
    ? undefined
    : baseUrl + signedFilePath(signer, pictures.avatarKey, expiresAt);
}
