import { AvatarError } from '@avatar/stage';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/index.js';
import { ApiError } from '../errors/index.js';

export interface BodyLimits {
  /** Bodies of all requests that are being received or worked on. */
  readonly maxBytesInFlight: number;
  /** Of a JSON body. */
  readonly maxJsonBytes: number;
  /** Of a file, or of the files of a form together. */
  readonly maxFileBytes: number;
  readonly maxFormBytes: number;
  readonly accountOf: (request: FastifyRequest) => Account;
}

/** Fields of a form and what is around them. */
const FORM_EXTRA_BYTES = 262_144;
/** One account may have half of all, so that it cannot keep the others out. */
const SHARE_OF_ONE = 0.5;

/**
 * Bounds the memory that bodies take, by what they say of themselves before they come. Register it behind what finds
 * out the account.
 */
export function useBodyLimits(app: FastifyInstance, limits: BodyLimits): void {
  const ofAccount = new Map<string, number>();
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const most = mostBytes(request, limits);
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    if (announced > most)
      throw new ApiError('payload-too-large', 'The request is larger than the server takes');
    const bytes = Number.isNaN(announced) ? most : announced;
    const { id } = limits.accountOf(request);
    const own = ofAccount.get(id) ?? 0;
    const { maxBytesInFlight } = limits;
    if (
      (inFlight > 0 && inFlight + bytes > maxBytesInFlight) ||
      (own > 0 && own + bytes > maxBytesInFlight * SHARE_OF_ONE)
    )
      throw new AvatarError('overloaded', 'Too many photos are being received at the moment; try again', {
        publicMessage: 'Too many photos are being received at the moment. Please try again in a few seconds.',
      });
    inFlight += bytes;
    ofAccount.set(id, own + bytes);
    once(reply, () => {
      inFlight -= bytes;
      const left = (ofAccount.get(id) ?? 0) - bytes;
      if (left > 0) ofAccount.set(id, left);
      else ofAccount.delete(id);
    });
  });
}

export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function mostBytes(
  request: FastifyRequest,
  { maxJsonBytes, maxFileBytes, maxFormBytes }: BodyLimits,
): number {
  const { form } = request.routeOptions.config;
  if (form === undefined || !/^multipart\//i.test(request.headers['content-type'] ?? '')) return maxJsonBytes;
  return (form.files === 'one' ? maxFileBytes : maxFormBytes) + FORM_EXTRA_BYTES;
}

function once({ raw }: FastifyReply, work: () => void): void {
  let isDone = false;
  const end = () => {
    if (!isDone) work();
    isDone = true;
  };
  raw.once('finish', end);
  raw.once('close', end);
}
