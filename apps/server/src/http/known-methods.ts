import type { FastifyInstance } from 'fastify';

/**
 * Which methods an address has, so that another one is a 405 and not a 404. Create it before the routes.
 * @returns methods of the address, without its query; empty where no route has it
 */
export function knownMethods(app: FastifyInstance): (url: string) => readonly string[] {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // A wildcard stands for files, and not for addresses of the API.
    if (url.includes('*')) return;
    routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  return (url) => {
    const [path] = url.split('?');
    return [...new Set(routes.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])))].sort();
  };
}

/** `/v1/jobs/:id` as an expression: a parameter is what stands between two slashes. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/')}$`,
  );
