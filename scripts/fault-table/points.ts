import { setTimeout as pause } from 'node:timers/promises';
import { runCase, type How, type Point } from './case.js';
import type { Lane } from './lane.js';
import type { Kind } from './requests.js';
import type { When } from './statement-proxy.js';

/** What a request says to the database, in the order of the first time. */
export interface Conversation {
  readonly kind: Kind;
  readonly statements: readonly Counted[];
}

interface Counted {
  readonly label: string;
  readonly isCommit: boolean;
  /** Said without any request too, by what looks from time to time. */
  readonly isPoll: boolean;
  /** Times in one request; of polls, those that changed something. */
  readonly times: number;
}

const IDLE_MS = 4_000;
const RECORDINGS = 3;

/** Listens to whole requests on a server that nobody disturbs. @throws Error when one of them is not as it has to be */
export async function conversation(lane: Lane, kind: Kind): Promise<Conversation> {
  await lane.address;
  await pause(IDLE_MS);
  lane.parts.proxy.heard();
  await pause(IDLE_MS);
  const polls = new Set(lane.parts.proxy.heard().map(({ label }) => label));
  const statements = new Map<string, Counted>();
  for (let i = 0; i < RECORDINGS; i++) {
    const { faults, said } = await runCase(lane, kind);
    if (faults.length > 0) throw new Error(`Without any fault, ${kind}: ${faults.join('; ')}`);
    for (const { label, isCommit } of said) {
      const isPoll = polls.has(label);
      const same = said.filter((one) => one.label === label);
      const now = isPoll ? same.filter(({ hasChanged }) => hasChanged).length : same.length;
      const times = Math.max(now, statements.get(label)?.times ?? 0);
      statements.set(label, { label, isCommit, isPoll, times });
    }
  }
  return { kind, statements: [...statements.values()] };
}

/**
 * Every statement, with its connection lost before and after it; and every one that commits something, with the
 * database gone for a while or the server killed there.
 */
export const pointsOf = ({ kind, statements }: Conversation, how: How): Point[] =>
  statements
    .filter(({ isCommit }) => how === 'cut' || isCommit)
    .flatMap(({ label, isPoll, times }) =>
      (['before', 'after'] as const satisfies readonly When[]).flatMap((when) => {
        const onlyChanges = isPoll && when === 'after';
        const most = isPoll && when === 'before' ? 1 : times;
        return Array.from({ length: most }, (_, i) => ({
          kind,
          label,
          occurrence: i + 1,
          when,
          how,
          onlyChanges,
        }));
      }),
    );
