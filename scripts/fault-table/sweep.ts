import { setTimeout as pause } from 'node:timers/promises';
import { mismatches } from './audit.js';
import type { Lane } from './lane.js';

const LEASE_MS = 75_000;

/**
 * What was left for the sweep goes with it when its time has come, and messages whose sender died are sent by
 * another.
 * @returns faults
 */
export async function sweepAtTheEnd(lane: Lane): Promise<string[]> {
  const { billing, archive, receiver } = lane.parts;
  await lane.rows(
    `update stored_objects set created_at = now() - interval '1 hour' where kind = 'queued'`,
    [],
  );
  await archive.sweep();
  await billing.releaseStale(0);
  const faults: string[] = [];
  for (const table of ['reservations', `stored_objects where kind = 'queued'`]) {
    const [{ n }] = await lane.rows(`select count(*)::int as n from ${table}`, []);
    if (n !== 0) faults.push(`${String(n)} rows of ${table} after the sweep`);
  }
  const [{ over }] = await lane.rows(
    'select count(*)::int as over from stored_objects where expires_at <= now()',
    [],
  );
  if (over !== 0) faults.push(`${String(over)} expired objects after the sweep`);
  const accounts = await lane.rows('select id from accounts', []);
  for (const { id } of accounts)
    if ((await mismatches(lane, String(id))) > 0) faults.push(`files and rows of ${String(id)} do not match`);
  const endMs = Date.now() + LEASE_MS;
  const pending = () => lane.rows(`select id from webhook_deliveries where status <> 'delivered'`, []);
  while ((await pending()).length > 0 && Date.now() < endMs) await pause(1_000);
  const late = (await pending()).length;
  if (late > 0) faults.push(`${late} messages were never delivered`);
  const sent = await lane.rows('select id from webhook_deliveries', []);
  const missing = sent.filter(({ id }) => !receiver.received.has(String(id))).length;
  if (missing > 0) faults.push(`${missing} messages are said to be delivered, and never came`);
  return faults;
}
