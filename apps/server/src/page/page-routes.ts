import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/** The demo page is served as it lies there; `npm run build` bundles its script. */
const PAGE = new URL('../../page/', import.meta.url);
/** A portrait in the public domain: Grace Hopper, by the US Navy. */
const SAMPLE = new URL('../../../../examples/photos/grace-hopper.jpg', import.meta.url);

const NO_BODY_BYTES = 1_024;
/** A name that leads elsewhere may lead here for a moment (DNS rebinding); these cannot. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

const FILES: readonly (readonly [path: string, file: URL, type: string])[] = [
  ['/', new URL('index.html', PAGE), 'text/html; charset=utf-8'],
  ['/page.css', new URL('page.css', PAGE), 'text/css; charset=utf-8'],
  ['/page.js', new URL('dist/main.js', PAGE), 'text/javascript; charset=utf-8'],
  ['/sample.jpg', SAMPLE, 'image/jpeg'],
];

export interface DemoPageOptions {
  /** A key for whoever opens the page, on a development server. Without it the page asks for one. */
  readonly demoKey: (() => Promise<string>) | undefined;
}

/** The demo page at `/`. These routes are for people, and not part of the API. */
export function pageRoutes(app: FastifyInstance, { demoKey }: DemoPageOptions): void {
  for (const [path, file, type] of FILES)
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      return reply
        .type(type)
        .header('cache-control', 'no-cache')
        .send(await readFile(file));
    });
  app.post('/demo/key', { schema: { hide: true }, bodyLimit: NO_BODY_BYTES }, async (request, reply) => {
    // Other sites may make a browser send this, but only the page may have the answer.
    const site = request.headers['sec-fetch-site'];
    const isOurs = LOOPBACK_HOST.test(request.host) && (site === undefined || site === 'same-origin');
    if (demoKey === undefined || !isOurs) return reply.code(404).send();
    return reply.header('cache-control', 'no-store').send({ key: await demoKey() });
  });
}
