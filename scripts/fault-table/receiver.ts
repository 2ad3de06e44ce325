import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** How often each message came, by its id. */
  readonly received: ReadonlyMap<string, number>;
}

/** A caller's own server, which takes every message. */
export async function startReceiver(): Promise<Receiver> {
  const received = new Map<string, number>();
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id']);
    received.set(id, (received.get(id) ?? 0) + 1);
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
