import type { FastifyRequest } from 'fastify';
import type { Presenter } from '../generations/index.js';
import type { Services } from './services.js';

/** Links for whoever asks: to the public address, or to the one that was asked. */
export const presenterFor = (request: FastifyRequest, { config, signer }: Services): Presenter => ({
  signer,
  baseUrl: config.http.publicUrl ?? `${request.protocol}://${request.host}`,
});
