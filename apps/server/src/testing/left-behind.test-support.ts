import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/index.js';

/** Files below a folder that hold these bytes, plain or in base64; the names of those that should not. */
export async function filesWith(folder: string, needle: string | Uint8Array): Promise<string[]> {
  const found: string[] = [];
  const bytes = Buffer.from(needle as string);
  const needles = [bytes, bytes.toString('base64').slice(0, -4)];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (needles.some((one) => content.includes(one))) found.push(path);
  }
  return found;
}

/** Objects of these kinds that lie in a local store. */
export async function storedOf(dataDir: string, kind: string): Promise<string[]> {
  const folder = join(dataDir, 'objects');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith(`/${kind}`))
    .map(({ name }) => name);
}

/** Tables, of any schema but the database's own, that hold these words anywhere in a row. */
export async function tablesWith({ query }: Pick<Database, 'query'>, words: string): Promise<string[]> {
  const { rows } = await query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await query(`select 1 from ${String(name)} t where position($1 in t::text) > 0 limit 1`, [
      words,
    ]);
    if (hits.rows.length > 0) found.push(String(name).replace('public.', ''));
  }
  return found;
}
