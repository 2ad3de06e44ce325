import { buildApp } from '../app.js';
import type { Services } from './services.js';
import { createMetrics } from '../observability/index.js';

/** The OpenAPI document of the API, without a server: for the client, and for whoever checks it. */
export async function openApiDocument(): Promise<Readonly<Record<string, unknown>>> {
  const limits = {
    maxUploadBytes: 64_000_000,
    maxFormBytes: 128_000_000,
    maxBytesInFlight: 512_000_000,
    maxConnections: 1,
    receiveMs: 60_000,
    deadlineMs: 60_000,
    maxBatchItems: 100,
    requestsPerMinute: 120,
    readsPerMinute: 1_200,
  };
  const http = { trustProxy: false, corsOrigins: [], publicUrl: undefined };
  // Routes are only described here, not called, so nothing else of the services is touched.
  const app = await buildApp({
    config: { http, limits },
    database: {},
    metrics: createMetrics([]),
  } as unknown as Services);
  try {
    await app.ready();
    return app.swagger() as unknown as Readonly<Record<string, unknown>>;
  } finally {
    await app.close();
  }
}
