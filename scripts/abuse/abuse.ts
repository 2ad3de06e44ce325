import { ABUSES } from './kinds.js';
import { oneOf, type Abuser } from './requests.js';

export type Answers = Map<string, { times: number; readonly statuses: Record<string, number> }>;

/** All kinds at random, over so many connections at once, until the time is over. */
export async function abuse(
  abuser: Abuser & { readonly connections: number },
  forMs: number,
  answers: Answers,
  signal: AbortSignal,
): Promise<void> {
  const endMs = performance.now() + forMs;
  const kinds = Object.entries(ABUSES);
  const lane = async (): Promise<void> => {
    while (performance.now() < endMs) {
      signal.throwIfAborted();
      const [name, once] = oneOf(abuser, kinds);
      const kind = answers.get(name) ?? { times: 0, statuses: {} };
      answers.set(name, kind);
      kind.times++;
      for (const status of await once(abuser)) kind.statuses[status] = (kind.statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: abuser.connections }, lane));
}
