import type { WorkspacePackage } from './workspace.js';

/**
 * What each room of the server may import. Files that stand in no room (`main.ts`, `server.ts`, `app.ts`) put the
 * rooms together and may use all of them. The API is a mapping: nothing below knows it.
 */
const SERVER_ROOMS: Readonly<Record<string, readonly string[]>> = {
  config: [],
  errors: [],
  engines: ['config'],
  net: [],
  observability: [],
  database: ['config'],
  audit: ['database'],
  storage: ['config', 'database'],
  webhooks: ['database', 'net', 'storage'],
  accounts: ['audit', 'database', 'storage', 'webhooks'],
  billing: ['database', 'errors'],
  styles: ['accounts', 'database', 'errors'],
  generations: ['accounts', 'billing', 'database', 'errors', 'net', 'storage', 'styles'],
  'style-fits': ['accounts', 'billing', 'database', 'errors', 'generations', 'net', 'storage', 'styles'],
  groups: ['database'],
  conversations: ['accounts', 'database', 'errors', 'generations', 'storage'],
  erasure: ['accounts', 'audit', 'conversations', 'database', 'generations', 'storage'],
  jobs: ['database', 'errors', 'generations', 'storage'],
  upkeep: ['accounts', 'conversations', 'database', 'generations', 'groups', 'storage', 'styles', 'webhooks'],
  control: ['accounts', 'audit', 'billing', 'database', 'erasure', 'storage', 'webhooks'],
  http: ['accounts', 'database', 'errors', 'observability', 'storage'],
  page: ['accounts', 'config'],
  api: [
    'accounts',
    'billing',
    'config',
    'conversations',
    'database',
    'erasure',
    'errors',
    'generations',
    'groups',
    'http',
    'observability',
    'storage',
    'style-fits',
    'styles',
    'webhooks',
  ],
  // A vendor's routes see what the first API sees, but no tables: they map a body to a request and a record to a body.
  'api/vendor': ['accounts', 'api', 'errors', 'generations', 'groups', 'http', 'storage', 'webhooks'],
  process: ['config', 'control', 'database', 'engines', 'observability', 'storage'],
};

/** Folders of `api` that speak another vendor's protocol, and the one that they share. */
const VENDORS: readonly string[] = ['heygen', 'konpro', 'face-avatar', 'vendors'];

/** Imports of the server that go from one room to another where no arrow leads. */
export function roomProblems({ name, sources }: WorkspacePackage): string[] {
  if (name !== 'server') return [];
  return sources
    .filter(({ isTest }) => !isTest)
    .flatMap(({ path, imports }) => {
      const from = roomOf(path);
      if (from === undefined) return [];
      const allowed = SERVER_ROOMS[from] as readonly string[] | undefined;
      if (allowed === undefined)
        return [`server: ${path} is in a room that tooling/package-shape/rooms.ts does not know`];
      return imports.flatMap((specifier) => {
        const to = specifier.startsWith('.') ? roomOf(resolved(path, specifier)) : undefined;
        if (to === undefined || from === to || allowed.includes(to)) return [];
        return [`server: ${path} imports from ${to}, which the arrows between rooms do not allow`];
      });
    });
}

/** `src/api/v1/routes/jobs.ts` is in `api`; undefined for a file without a room. */
function roomOf(path: string): string | undefined {
  const [, room, inner, ...rest] = path.split('/');
  if (inner === undefined) return undefined;
  return room === 'api' && VENDORS.includes(inner) && rest.length > 0 ? 'api/vendor' : room;
}

function resolved(path: string, specifier: string): string {
  const folders = path.split('/').slice(0, -1);
  for (const part of specifier.split('/'))
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  return folders.join('/');
}
