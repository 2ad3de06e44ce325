import {
  startDatabaseRelay,
  type DatabaseRelay,
} from '../../apps/server/src/testing/database-relay.test-support.js';
import { StatementReader, type Statement } from './statements.js';

/** `before`: the database never hears of the statement; `after`: it has done it, and nobody hears of that. */
export type When = 'before' | 'after';

export interface Trap {
  readonly label: string;
  /** From 1, of the statements with this label since the trap was set. */
  readonly occurrence: number;
  readonly when: When;
  /** Statements that changed nothing are not counted: of the looks of a poll, the one that finds something. */
  readonly onlyChanges: boolean;
  /** Done while both ends wait; then the connection is cut. */
  readonly onFire: () => Promise<void>;
}

export interface Heard extends Statement {
  hasChanged: boolean;
}

export interface StatementProxy extends DatabaseRelay {
  readonly setTrap: (trap: Trap | undefined) => void;
  readonly hasFired: () => boolean;
  /** Everything that was said since the last call. */
  readonly heard: () => readonly Heard[];
  /** Ends all connections and takes no new ones for so long. */
  readonly goAwayFor: (ms: number) => void;
}

/** Stands before a PostgreSQL, understands where its statements begin and end, and cuts where it is told to. */
export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  let heard: Heard[] = [];
  let trap: Trap | undefined;
  let seen = 0;
  let hasFired = false;

  /** Whether this is the statement of the trap; counts it. */
  const isCaught = (when: When, { label, hasChanged }: Heard): boolean => {
    if (trap?.when !== when || trap.label !== label || hasFired) return false;
    if (trap.onlyChanges && !hasChanged) return false;
    return ++seen === trap.occurrence;
  };

  const relay = await startDatabaseRelay(databaseUrl, (client, database, end) => {
    const fire = async (): Promise<void> => {
      hasFired = true;
      await trap?.onFire();
      end();
    };
    const reader = new StatementReader();
    const sent = new FrontendReader();
    let open: Heard | undefined;
    let answer: Buffer[] = [];
    client.on('data', (bytes) => {
      for (const { bytes: unit, sql } of sent.read(bytes)) {
        if (sql === undefined) {
          database.write(unit);
          continue;
        }
        open = { ...reader.read(sql), hasChanged: false };
        heard.push(open);
        answer = [];
        if (isCaught('before', open)) {
          void fire();
          return;
        }
        database.write(unit);
      }
    });
    database.on('data', (bytes) => {
      if (hasFired && client.destroyed) return;
      if (open === undefined) {
        client.write(bytes);
        return;
      }
      // Held back until all of it is there, so that the statement is done when its connection is cut.
      answer.push(bytes);
      const whole = Buffer.concat(answer);
      if (!isReady(whole)) return;
      open.hasChanged = /(INSERT 0|UPDATE|DELETE) [1-9]/.test(whole.subarray(-60).toString('latin1'));
      const caught = isCaught('after', open);
      open = undefined;
      if (caught) void fire();
      else client.write(whole);
    });
  });
  return {
    ...relay,
    setTrap: (next) => {
      trap = next;
      seen = 0;
      hasFired = false;
    },
    hasFired: () => hasFired,
    heard: () => {
      const said = heard;
      heard = [];
      return said;
    },
    goAwayFor: (ms) => {
      relay.goAway();
      setTimeout(relay.comeBack, ms);
    },
  };
}

/** ReadyForQuery is the last message of an answer: `Z`, a length of 5, and a letter. */
const isReady = (answer: Buffer): boolean =>
  answer.length >= 6 &&
  answer.readUInt8(answer.length - 6) === 0x5a &&
  answer.readInt32BE(answer.length - 5) === 5;

/** Cuts what a client sends into statements: a simple query, or everything up to a Sync. */
class FrontendReader {
  #rest: Buffer = Buffer.alloc(0);
  #hasStarted = false;
  #unit: Buffer[] = [];
  #sql: string | undefined;

  read(bytes: Buffer): { readonly bytes: Buffer; readonly sql: string | undefined }[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const units: { bytes: Buffer; sql: string | undefined }[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      const type = this.#hasStarted ? String.fromCharCode(message[0]) : 'startup';
      this.#hasStarted = true;
      this.#unit.push(message);
      if (type === 'Q') this.#sql = message.subarray(5, -1).toString();
      // A name that ends with 0, then the words.
      if (type === 'P')
        this.#sql = message
          .subarray(message.indexOf(0, 5) + 1)
          .toString()
          .split('\0', 1)[0];
      if (!['Q', 'S', 'X', 'p', 'startup'].includes(type)) continue;
      units.push({ bytes: Buffer.concat(this.#unit), sql: this.#sql });
      this.#unit = [];
      this.#sql = undefined;
    }
    return units;
  }

  #next(): Buffer | undefined {
    const start = this.#hasStarted ? 1 : 0;
    if (this.#rest.length < start + 4) return undefined;
    const length = start + this.#rest.readInt32BE(start);
    if (this.#rest.length < length) return undefined;
    const message = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return message;
  }
}
