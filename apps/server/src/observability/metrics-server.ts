import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { Registry } from 'prom-client';

export interface MetricsServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface MetricsServerParts {
  readonly registry: Registry;
  readonly readiness: () => Promise<readonly { readonly name: string; readonly ready: boolean }[]>;
}

/**
 * `GET /metrics` on an address of its own, so that it can be kept from the internet without rules about paths; and
 * `/healthz` and `/readyz` for a worker, which has no other.
 */
export async function startMetricsServer(
  { registry, readiness }: MetricsServerParts,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const app = Fastify();
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    const checks = await readiness();
    const isReady = checks.every(({ ready }) => ready);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', checks });
  });
  await app.listen({ host, port });
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
}
