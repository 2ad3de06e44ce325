import type { FastifyRequest } from 'fastify';
import type { UrlSigner } from '../../../storage/index.js';
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
