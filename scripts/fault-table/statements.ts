/** What a client of the database said, by what it does, without values. */
export interface Statement {
  readonly label: string;
  /** Afterwards something is there for good that was not there before: a single change, or the end of a transaction. */
  readonly isCommit: boolean;
}

const MAX_COLUMNS = 4;

/** Follows one connection: what a commit commits is what was said since its begin. */
export class StatementReader {
  #writes: string[] | undefined;

  read(sql: string): Statement {
    const short = shortOf(sql);
    if (short === 'begin') this.#writes = [];
    if (short === 'commit' || short === 'rollback') {
      const writes = this.#writes ?? [];
      this.#writes = undefined;
      if (short === 'rollback' || writes.length === 0) return { label: short, isCommit: false };
      return { label: `commit: ${writes.join('; ')}`, isCommit: true };
    }
    if (!/^(insert|update|delete) /.test(short)) return { label: short, isCommit: false };
    if (this.#writes === undefined) return { label: short, isCommit: true };
    this.#writes.push(short);
    return { label: `${short} (in transaction)`, isCommit: false };
  }
}

function shortOf(sql: string): string {
  const text = sql.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const [verb] = text.split(' ', 1);
  if (text.startsWith('select pg_notify')) return 'notify';
  if (text.startsWith('with recursive waiting')) return 'select accounts that wait';
  const table = /(?:from|into|^update) "?(\w+)"?/.exec(text)?.[1];
  if (table === undefined) return text.slice(0, 40).replace(/;$/, '');
  if (verb === 'update') return `update ${table}: ${columnsOf(text)}`;
  return `${verb} ${table}${/ for (no key )?update/.test(text) ? ' for update' : ''}`;
}

function columnsOf(update: string): string {
  const set = update.slice(update.indexOf(' set ')).split(' where ', 1)[0];
  const names = [...set.matchAll(/(?:set|,) "(\w+)" = /g)].map(([, name]) => name);
  return names.slice(0, MAX_COLUMNS).join(', ');
}
