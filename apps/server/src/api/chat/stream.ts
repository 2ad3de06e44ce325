import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A comment now and then, so that no proxy takes a long picture for a dead connection. */
const SIGN_OF_LIFE_MS = 15_000;

export interface DataStream {
  readonly send: (data: unknown) => void;
  /** `[DONE]`, and the end. */
  readonly end: () => void;
}

/** Answers with `data:` lines and nothing else: neither names nor ids of events, as the vendor's clients expect. */
export function dataStream(request: FastifyRequest, reply: FastifyReply): DataStream {
  const stream = new PassThrough();
  const timer = setInterval(() => stream.write(':\n\n'), SIGN_OF_LIFE_MS);
  stream.once('close', () => clearInterval(timer));
  // Whoever is gone hears nothing, and nothing breaks of it.
  stream.on('error', (error) => request.log.debug({ err: error }, 'the listener of a stream is gone'));
  void reply
    .headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    })
    .send(stream);
  const write = (text: string) => {
    if (!stream.destroyed && !stream.writableEnded) stream.write(`data: ${text}\n\n`);
  };
  return {
    send: (data) => write(JSON.stringify(data)),
    end: () => {
      write('[DONE]');
      clearInterval(timer);
      stream.end();
    },
  };
}
