import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CREDITS, type Lane, type LaneAccount } from './lane.js';
import { get, leadsSomewhere, PLANS, type Answer, type Kind } from './requests.js';

export interface Audit {
  /** Everything that is not as it has to be, in words; none is the aim. */
  readonly faults: readonly string[];
  /** What is there until its time has come: credits held, and photos, of requests that came to nothing. */
  readonly leftForSweep: number;
  /** Runs that a dead process left, which have failed and cost nothing. */
  readonly interrupted: number;
}

/**
 * Goes with the next sweep, or with that of the next minutes: what expired, and photos whose job never came about. Photos of
 * messages that came to nothing go with their conversation.
 */
const IS_OVER = `(expires_at <= now() or (kind = 'queued'
  and not exists (select 1 from generations g where g.id = o.generation_id)) or (kind = 'input'
  and not exists (select 1 from conversations c where c.account_id = o.account_id and strpos(c.state::text, o.key) > 0)))`;

const BOOKS = `
  select
    (select coalesce(-sum(credits), 0)::int from ledger where account_id = $1 and kind <> 'grant') as charged,
    (select count(*)::int from ledger where account_id = $1 and kind not in ('grant', 'charge')) as corrections,
    (select balance from ledger where account_id = $1 order by id desc limit 1) as balance,
    (select count(*)::int from generations where account_id = $1 and status = 'succeeded') as made,
    (select count(*)::int from generations where account_id = $1 and status = 'failed'
      and error->>'code' = 'interrupted' and credits_charged = 0) as interrupted,
    (select count(*)::int from generations where account_id = $1 and status not in ('succeeded', 'failed')) as unfinished,
    (select count(*)::int from generations where account_id = $1) as generations,
    (select count(*)::int from generations where account_id = $1 and credits_charged = 1) as paid,
    (select count(*)::int from batches where account_id = $1) as batches,
    (select count(*)::int from stored_objects where account_id = $1 and kind = 'output' and expires_at > now()) as outputs,
    (select count(*)::int from stored_objects where account_id = $1 and kind = 'thumbnail' and expires_at > now()) as thumbnails,
    (select count(*)::int from stored_objects o where account_id = $1 and kind = 'queued'
      and expires_at is null and exists (select 1 from generations g where g.id = o.generation_id)) as photos,
    (select count(*)::int from stored_objects o where account_id = $1 and ${IS_OVER}) as over,
    (select count(*)::int from reservations r where account_id = $1
      and exists (select 1 from generations g where g.id = r.generation_id)) as held,
    (select count(*)::int from reservations r where account_id = $1
      and not exists (select 1 from generations g where g.id = r.generation_id)) as stray_holds,
    (select count(*)::int from webhook_deliveries where account_id = $1) as messages,
    (select count(distinct generation_id)::int from webhook_deliveries where account_id = $1) as told,
    (select count(*)::int from generations where account_id = $1 and callback_url is not null) as to_tell,
    (select count(*)::int from conversation_turns t join conversations c on c.id = t.conversation_id
      where c.account_id = $1) as turns,
    (select count(*)::int from unanswered_pictures where account_id = $1) as unanswered,
    (select count(*)::int from idempotency_keys where account_id = $1 and status_code is not null) as answers`;

type Books = Readonly<Record<string, number>>;

/** Looks at everything that one request of one account has left. */
export async function audit(lane: Lane, account: LaneAccount, kind: Kind, answer: Answer): Promise<Audit> {
  const plan = PLANS[kind];
  if (plan.isMessage) await lane.giveBackUnanswered();
  const [books] = (await lane.rows(BOOKS, [account.id])) as readonly Books[];
  const faults: string[] = [];
  const expect = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) faults.push(`${what}: ${String(found)} instead of ${String(expected)}`);
  };
  expect('status', answer.status, plan.status);
  expect('credits charged', books['charged'], plan.credits);
  expect('balance', books['balance'], CREDITS - plan.credits);
  expect('avatars paid', books['paid'], plan.avatars);
  expect('turns', books['turns'], plan.isMessage ? 1 : 0);
  expect('pictures without an answer', books['unanswered'], 0);
  if (!plan.isMessage) {
    expect('corrections in the ledger', books['corrections'], 0);
    expect('avatars made', books['made'], plan.avatars);
    expect('generations', books['generations'], plan.avatars + books['interrupted']);
  }
  expect('pictures', books['outputs'], plan.isMessage ? 1 : plan.avatars);
  expect('previews', books['thumbnails'], plan.avatars);
  expect('unfinished generations', books['unfinished'], 0);
  expect('batches', books['batches'], kind === 'batch of 3' ? 1 : 0);
  expect('photos of jobs that have ended', books['photos'], 0);
  expect('credits held for what has ended', books['held'], 0);
  expect('messages', books['messages'], books['to_tell']);
  expect('generations told of', books['told'], books['to_tell']);
  expect('answers kept', books['answers'], 1);
  expect('files and rows that do not match', await mismatches(lane, account.id), 0);
  for (const missing of await missingResults(lane, account, kind, answer)) faults.push(missing);
  return {
    faults,
    leftForSweep: books['over'] + books['stray_holds'],
    interrupted: books['interrupted'],
  };
}

/** Rows of an account without a file that should have one, and files without a row. */
export async function mismatches(lane: Lane, accountId: string): Promise<number> {
  const rows = await lane.rows(
    `select key, ${IS_OVER} as is_over from stored_objects o where account_id = $1`,
    [accountId],
  );
  const known = new Set(rows.map(({ key }) => String(key)));
  const alive = rows.filter((row) => row['is_over'] !== true).map(({ key }) => String(key));
  const folder = join(lane.parts.dataDir, 'objects', accountId);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  return alive.filter((key) => !files.has(key)).length + [...files].filter((key) => !known.has(key)).length;
}

/** What the client was promised and does not get. */
async function missingResults(
  lane: Lane,
  account: LaneAccount,
  kind: Kind,
  { body }: Answer,
): Promise<string[]> {
  if (PLANS[kind].isMessage) {
    const [picture] = (body['generations'] ?? []) as readonly Readonly<Record<string, unknown>>[];
    return (await leadsSomewhere(moved(picture?.['url'], await lane.address)))
      ? []
      : ['the picture of the answer is not there'];
  }
  if (kind === 'drawing') return typeof body['avatar_base64'] === 'string' ? [] : ['there is no picture'];
  if (kind === 'batch of 3') {
    const batch = await get(lane, account, `/v1/batches/${String(body['id'])}`);
    const items = (batch?.body['items'] ?? []) as readonly Readonly<Record<string, unknown>>[];
    const ids = items.map(({ id }) => String(id));
    return (await Promise.all(ids.map((id) => missingOfJob(lane, account, id))))
      .flat()
      .concat(ids.length === 3 ? [] : [`the batch has ${ids.length} items`]);
  }
  if (kind === 'queued') return missingOfJob(lane, account, String(body['id']));
  const faults = await missingOfJob(lane, account, String(body['id']));
  if (!(await leadsSomewhere(moved(body['avatar_url'], await lane.address))))
    faults.push('the link leads nowhere');
  return faults;
}

async function missingOfJob(lane: Lane, account: LaneAccount, id: string): Promise<string[]> {
  const job = await get(lane, account, `/v1/jobs/${id}`);
  const result = job?.body['result'] as Readonly<Record<string, unknown>> | undefined;
  if (result === undefined)
    return [`job without a result: ${JSON.stringify(job?.body['status'] ?? job?.status)}`];
  const faults: string[] = [];
  if (result['credits_charged'] !== 1)
    faults.push(`the job says ${String(result['credits_charged'])} credits`);
  if (!(await leadsSomewhere(result['avatar_url']))) faults.push('the picture of the job is not there');
  return faults;
}

/** Another port since then: the signature is of the path. */
function moved(link: unknown, address: string): string | undefined {
  if (typeof link !== 'string') return undefined;
  const { pathname, search } = new URL(link);
  return `${address}${pathname}${search}`;
}
