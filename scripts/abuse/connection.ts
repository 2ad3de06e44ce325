import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Talk {
  readonly port: number;
  /** Parts, with `gapMs` between them. */
  readonly parts: Iterable<string | Buffer>;
  readonly gapMs?: number;
  /** The connection is cut after so long, whatever has been answered. */
  readonly limitMs: number;
  /** Takes nothing of what the server says. */
  readonly isDeaf?: boolean;
}

const KEPT = 100_000;

/**
 * Says something over a connection of its own, in whatever form, until the server ends it or the time is over.
 * @returns the statuses of the answers
 */
export async function talk({ port, parts, gapMs = 0, limitMs, isDeaf = false }: Talk): Promise<number[]> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  socket.on('error', () => undefined);
  if (isDeaf) socket.pause();
  else socket.setEncoding('latin1').on('data', (data: string) => (heard += heard.length < KEPT ? data : ''));
  const timer = setTimeout(() => socket.destroy(), limitMs);
  for (const part of parts) {
    if (socket.destroyed) break;
    // What does not go out at once waits in this process: no more than one part.
    if (!socket.write(part)) await Promise.race([new Promise((done) => socket.once('drain', done)), closed]);
    if (gapMs > 0) await pause(gapMs);
  }
  await closed;
  clearTimeout(timer);
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}
