import type { FastifyRequest } from 'fastify';
import { batchRecords } from '../../generations/index.js';
import { accountOf } from '../../http/authentication.js';
import { isWorthAgain, type BoundAnswer } from '../../http/idempotency.js';
import type { Services } from '../services.js';
import { avatarAnswer, batchAnswer, jobAnswer } from './map/avatar-answer.js';
import { prefersAsync } from './map/prefers-async.js';
import { presenterFor } from './map/presenter.js';

const AGAIN: BoundAnswer = { kind: 'again' };

/**
 * What a request answers whose key is tied to a generation or a batch that an earlier one made, and that was not
 * answered.
 */
export async function boundAnswer(
  services: Services,
  request: FastifyRequest,
  boundTo: string,
): Promise<BoundAnswer> {
  const { id: accountId } = accountOf(request);
  const presenter = presenterFor(request, services);
  if (boundTo.startsWith('bat_')) {
    const records = await batchRecords(services.database, accountId, boundTo);
    if (records.length === 0) return AGAIN;
    const answer = batchAnswer(boundTo, records, presenter);
    return {
      kind: 'answer',
      send: (reply) => reply.code(202).header('location', answer.links.self).send(answer),
    };
  }
  const record = await services.store.find(accountId, boundTo);
  if (record === undefined) return AGAIN;
  if (prefersAsync(request)) {
    const job = jobAnswer(record, presenter);
    return { kind: 'answer', send: (reply) => reply.code(202).header('location', job.links.self).send(job) };
  }
  if (record.status === 'queued' || record.status === 'running') return { kind: 'running' };
  if (record.status === 'succeeded') {
    // Its pictures went with the process that made them: nobody pays for what nobody has.
    if (record.pictures === undefined) {
      await services.store.refund(accountId, record.id);
      return AGAIN;
    }
    const answer = avatarAnswer(record, presenter);
    const charged = String(answer.credits_charged);
    return { kind: 'answer', send: (reply) => reply.header('x-credits-charged', charged).send(answer) };
  }
  const { problem } = record;
  // Cut off with its process, cancelled, or no room: the photo has come again, and there is nothing else to answer with.
  if (problem === undefined || isWorthAgain(problem.status)) return AGAIN;
  return {
    kind: 'answer',
    send: (reply) =>
      reply
        .code(problem.status)
        .type('application/problem+json')
        .serializer((payload: unknown) => JSON.stringify(payload))
        .send({ ...problem, instance: request.id }),
  };
}
