import { setTimeout as pause } from 'node:timers/promises';
import { audit, type Audit } from './audit.js';
import type { Lane, LaneAccount } from './lane.js';
import { ask, PLANS, SESSION, type Answer, type Asked, type Kind } from './requests.js';
import type { Heard, Trap, When } from './statement-proxy.js';

/** `away`: the database takes no connection for a while, as in a failover; `kill`: SIGKILL of the server. */
export const HOWS = ['cut', 'away', 'kill'] as const;
export type How = (typeof HOWS)[number];

/** Where a request is hit, and with what. */
export interface Point {
  readonly kind: Kind;
  readonly label: string;
  readonly occurrence: number;
  readonly when: When;
  readonly how: How;
  readonly onlyChanges: boolean;
}

export interface CaseResult extends Audit {
  /** Whether the statement came by; where not, the case says nothing. */
  readonly hasFired: boolean;
  readonly tries: readonly string[];
  /** Without a point: what was said to the database until all was quiet. */
  readonly said: readonly Heard[];
}

/** Longer than a statement is tried again, shorter than a client waits. */
const AWAY_MS = 2_500;
const ENDED_MS = 30_000;
const FIRED_MS = 3_000;
const SETTLED_MS = 10_000;

/** One request of a new account, hit at a point or at none, and what has become of it when all is quiet. */
export async function runCase(lane: Lane, kind: Kind, point?: Point): Promise<CaseResult> {
  const { proxy } = lane.parts;
  const account = await lane.account();
  const address = await lane.address;
  proxy.setTrap(point && trapOf(lane, point));
  proxy.heard();
  const asked = await ask(lane, account, kind);
  const isUnfinished = async () =>
    (
      await lane.rows(
        `select 1 from generations where account_id = $1 and status in ('queued', 'running') limit 1`,
        [account.id],
      )
    ).length > 0;
  await until(async () => !(await isUnfinished()), ENDED_MS);
  // What comes after the answer: messages, photos that go.
  await until(async () => proxy.hasFired(), FIRED_MS);
  const said = point ? [] : proxy.heard();
  const hasFired = proxy.hasFired();
  proxy.setTrap(undefined);
  await lane.address;
  const found = await settled(lane, account, kind, asked);
  const strange = point?.how !== 'kill' && (await lane.address) !== address ? ['the server has ended'] : [];
  return { ...found, faults: [...found.faults, ...strange], hasFired, tries: asked.tries, said };
}

function trapOf(lane: Lane, { label, occurrence, when, how, onlyChanges }: Point): Trap {
  const hits: Readonly<Record<How, () => Promise<void>>> = {
    cut: () => Promise.resolve(),
    away: async () => lane.parts.proxy.goAwayFor(AWAY_MS),
    kill: () => lane.kill(),
  };
  return { label, occurrence, when, onlyChanges, onFire: hits[how] };
}

/** The books once they are right, or as they stay. */
async function settled(
  lane: Lane,
  account: LaneAccount,
  kind: Kind,
  { answer, tries }: Asked,
): Promise<Audit> {
  if (answer === undefined)
    return { faults: [`no answer: ${tries.join(' ')}`], leftForSweep: 0, interrupted: 0 };
  let found: Audit | undefined;
  await until(async () => {
    found = await audit(lane, account, kind, answer);
    return found.faults.length === 0;
  }, SETTLED_MS);
  const last = found ?? (await audit(lane, account, kind, answer));
  const later = [
    ...(await repeated(lane, account, kind, answer)),
    ...(await remembered(lane, account, kind)),
  ];
  return { ...last, faults: [...last.faults, ...later] };
}

const TURNS = `select t.id from conversation_turns t join conversations c on c.id = t.conversation_id
  where c.account_id = $1`;

/** The same request once more is answered as it was, and makes nothing. */
async function repeated(lane: Lane, account: LaneAccount, kind: Kind, first: Answer): Promise<string[]> {
  const count = async () =>
    (await lane.rows('select id from ledger where account_id = $1', [account.id])).length +
    (await lane.rows('select id from generations where account_id = $1', [account.id])).length +
    (await lane.rows(TURNS, [account.id])).length;
  const before = await count();
  const { answer } = await ask(lane, account, kind);
  const faults: string[] = [];
  if (answer?.isReplayed !== true) faults.push('the repetition is no repetition');
  for (const name of ['id', 'task_id'])
    if (answer?.body[name] !== first.body[name]) faults.push('the repetition names something else');
  if ((await count()) !== before) faults.push('the repetition made something');
  return faults;
}

/** With its conversation goes every photo that was sent, those of tries that came to nothing too. */
async function remembered(lane: Lane, account: LaneAccount, kind: Kind): Promise<string[]> {
  if (!PLANS[kind].isMessage) return [];
  await fetch(`${await lane.address}/memory?session_id=${SESSION}`, {
    method: 'DELETE',
    headers: account.headers,
  });
  const photos = await lane.rows(
    `select key from stored_objects where account_id = $1 and kind = 'input' and expires_at > now()`,
    [account.id],
  );
  return photos.length === 0 ? [] : [`${photos.length} photos outlive their conversation`];
}

async function until(isSo: () => Promise<boolean>, limitMs: number): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!(await isSo()) && Date.now() < endMs) await pause(50);
}
