import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBilling } from '../billing/index.js';
import type { Database } from '../database/index.js';
import { GenerationSignals, GenerationStore } from '../generations/index.js';
import { createObjectArchive, openStore, type KeyRing } from '../storage/index.js';
import { operatorWorld, type OperatorWorld } from './operator-world.js';

/** What commands work on, without a server around it. */
export async function testOperatorWorld(database: Database, keyRing: KeyRing): Promise<OperatorWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'avatar-operator-'));
  const archive = createObjectArchive(database, await openStore({ kind: 'local', directory }), keyRing);
  const store = new GenerationStore(database, createBilling(database), () => Promise.resolve());
  const signals = await GenerationSignals.start(database);
  return operatorWorld({ database, keyRing, archive, store, signals });
}
