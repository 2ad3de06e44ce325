import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageFile } from './page-files.js';

/** The pages are served as they lie there; the build bundles scripts, styles and the font. */
const PAGE = new URL('../../page/', import.meta.url);
/** A portrait in the public domain: Grace Hopper, by the US Navy. */
const SAMPLE = new URL('../../../../examples/photos/grace-hopper.jpg', import.meta.url);

const NO_BODY_BYTES = 1_024;
/** A name that leads elsewhere may lead here for a moment (DNS rebinding); these cannot. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const BUILT = [
  'main.js',
  'bust-view.js',
  'review.js',
  'cost.js',
  'page.css',
  'gabarito-latin-700-normal.woff2',
];
/** As `npm run build:page-pictures` names them. */
const PICTURE = /^[a-z0-9-]{1,60}\.(webp|json)$/;

const FILES: readonly (readonly [path: string, file: URL])[] = [
  ['/', new URL('index.html', PAGE)],
  ['/review', new URL('review.html', PAGE)],
  ['/cost', new URL('cost.html', PAGE)],
  ['/sample.jpg', SAMPLE],
  ...BUILT.map((name) => [`/${name}`, new URL(`dist/${name}`, PAGE)] as const),
];

export interface DemoPageOptions {
  /** A key for whoever opens the page, on a development server. Without it the page asks for one. */
  readonly demoKey: (() => Promise<string>) | undefined;
}

/** The demo page at `/`, and pages for operators. These routes are for people, and not part of the API. */
export function pageRoutes(app: FastifyInstance, { demoKey }: DemoPageOptions): void {
  for (const [path, file] of FILES)
    app.get(path, { schema: { hide: true } }, (request, reply) => send(file, request, reply));
  app.get<{ Params: { name: string } }>(
    '/pictures/:name',
    { schema: { hide: true } },
    async (request, reply) => {
      const { name } = request.params;
      if (PICTURE.test(name)) return send(new URL(`pictures/${name}`, PAGE), request, reply);
      reply.callNotFound();
      return reply;
    },
  );
  app.post('/demo/key', { schema: { hide: true }, bodyLimit: NO_BODY_BYTES }, async (request, reply) => {
    // Other sites may make a browser send this, but only the page may have the answer.
    const site = request.headers['sec-fetch-site'];
    const isOurs = LOOPBACK_HOST.test(request.host) && (site === undefined || site === 'same-origin');
    if (demoKey === undefined || !isOurs) return reply.code(404).send();
    return reply.header('cache-control', 'no-store').send({ key: await demoKey() });
  });
}

async function send(file: URL, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const found = await pageFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) {
    reply.callNotFound();
    return reply;
  }
  const { type, bytes, brotli, etag } = found;
  void reply.headers({ 'cache-control': 'no-cache', etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  void reply.type(type);
  if (brotli === undefined || !/\bbr\b/.test(String(request.headers['accept-encoding'])))
    return reply.send(bytes);
  return reply.header('content-encoding', 'br').send(brotli);
}
