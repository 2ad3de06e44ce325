import { trace, type Span } from '@opentelemetry/api';
import type { StageEvent } from '@avatar/stage';
import type { FastifyInstance } from 'fastify';
import { routeOf } from './logging.js';

const tracer = () => trace.getTracer('avatar-server');

/**
 * Sends traces by OpenTelemetry when an endpoint is configured (`OTEL_EXPORTER_OTLP_ENDPOINT` and the other variables of its
 * specification). Without one nothing is loaded, and the spans below are empty functions of its small API package.
 *
 * @returns sends what is left and ends
 */
export async function startTelemetry(endpoint: string | undefined): Promise<() => Promise<void>> {
  if (endpoint === undefined) return async () => undefined;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({ serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'avatar-server' });
  sdk.start();
  return () => sdk.shutdown();
}

/** A span for every request: its route, never its address. */
export function traceRequests(app: FastifyInstance): void {
  const spans = new WeakMap<object, Span>();
  app.addHook('onRequest', async (request) => {
    const attributes = { 'http.request.method': request.method, 'http.route': routeOf(request) };
    spans.set(request, tracer().startSpan(`${request.method} ${routeOf(request)}`, { attributes }));
  });
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    span?.end();
  });
}

/**
 * A span for every stage of one run, from its events.
 * @returns takes the events of the run
 */
export function traceStages(): (event: StageEvent) => void {
  const open = new Map<string, Span>();
  return (event) => {
    if (event.type === 'stage-start')
      open.set(event.stage, tracer().startSpan(event.stage, { attributes: { attempt: event.attempt } }));
    if (event.type !== 'stage-end') return;
    open.get(event.stage)?.end();
    open.delete(event.stage);
  };
}
