import { createServer, type RequestListener, type Server } from 'node:http';
import { oneAtATime } from './one-at-a-time.js';

export interface ConnectionLimits {
  /** Connections at once; further ones are closed as they come. */
  readonly maxConnections: number;
  /** For a request to arrive whole. Milliseconds. */
  readonly receiveMs: number;
  /** For a reader to take something of its answer. Milliseconds, default 30,000. */
  readonly stallMs?: number;
}

const HEADERS_MS = 20_000;
const CHECK_MS = 5_000;
const STALL_MS = 30_000;
/** Longer than proxies in front keep a connection, so that they are the ones who close it. */
const KEEP_ALIVE_MS = 72_000;

/** A server whose connections have bounds and an end, whatever their clients do. */
export function createBoundedServer(
  handle: RequestListener,
  { maxConnections, receiveMs, stallMs = STALL_MS }: ConnectionLimits,
): Server {
  const exchanges = oneAtATime(handle);
  const server = createServer(
    {
      // Of the whole request: a body that trickles does not hold its connection for ever.
      requestTimeout: receiveMs,
      headersTimeout: Math.min(HEADERS_MS, receiveMs),
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    exchanges.handle,
  );
  server.maxConnections = maxConnections;
  // Node.js drops those above a number, so a second host or a length could hide behind them. 16 kB of them are the bound.
  server.maxHeadersCount = 0;
  // After so long without a byte in either direction, and without the other side taking any of what was written.
  server.setTimeout(stallMs, (socket) => {
    const isOnlyWorkedOn = exchanges.isBusy(socket) && socket.writableLength === 0;
    if (isOnlyWorkedOn) socket.setTimeout(stallMs);
    else socket.destroy();
  });
  return server;
}
