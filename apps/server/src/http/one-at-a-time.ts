import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Exchange = readonly [IncomingMessage, ServerResponse];

/** Clients that send requests ahead of their answers send a handful. */
const MOST_WAITING = 32;

export interface OneAtATime {
  readonly handle: RequestListener;
  /** Whether a request of this connection is being answered. */
  readonly isBusy: (socket: Socket) => boolean;
}

/**
 * Begins the next request of a connection when the answer to the one before it is out. Answers leave in that order
 * anyway, so begun early they only fill memory; and Node.js tells none but the foremost of them that the connection has
 * gone, so whatever waits for the `close` of the others would wait for ever.
 *
 * A connection with more than `mostWaiting` requests behind the one that is answered is ended: nobody reads it.
 */
export function oneAtATime(handle: RequestListener, mostWaiting = MOST_WAITING): OneAtATime {
  const lines = new WeakMap<Socket, Exchange[]>();

  function begin(line: Exchange[], [request, response]: Exchange): void {
    const { socket } = request;
    const goOn = () => {
      const next = socket.destroyed ? undefined : line.shift();
      if (next === undefined) lines.delete(socket);
      else begin(line, next);
    };
    // Behind everybody else who waits for the end of this answer, and gives back what it had.
    response.once('close', () => process.nextTick(goOn));
    handle(request, response);
  }

  return {
    isBusy: (socket) => lines.has(socket),
    handle: (request, response) => {
      const { socket } = request;
      // What came in one piece with the requests before it is parsed all the same.
      if (socket.destroyed) return;
      const line = lines.get(socket);
      if (line === undefined) {
        const fresh: Exchange[] = [];
        lines.set(socket, fresh);
        begin(fresh, [request, response]);
      } else if (line.length < mostWaiting) line.push([request, response]);
      else socket.destroy();
    },
  };
}
