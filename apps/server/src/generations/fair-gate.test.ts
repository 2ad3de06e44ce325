import { expect, test } from 'vitest';
import { FairGate, type Ticket } from './fair-gate.js';

const { signal } = new AbortController();
const soon = () => performance.now() + 60_000;

/** Writes down whose turn it is, in order. */
function watched(gate: FairGate) {
  const order: string[] = [];
  const enter = (accountId: string): Ticket => {
    const ticket = gate.enter(accountId);
    ticket.turn(signal, soon()).then(
      () => order.push(accountId),
      (error: unknown) => order.push(`${accountId} ${(error as { code: string }).code}`),
    );
    return ticket;
  };
  return { order, enter };
}
const settled = () => new Promise((done) => void setImmediate(done));

test('accounts come in turns, whoever came first', async () => {
  const { order, enter } = watched(new FairGate({ atOnce: 1, maxWaiting: 8 }));
  const tickets = ['a', 'a', 'a', 'b', 'b'].map(enter);
  for (const place of [0, 1, 3, 2, 4]) {
    await settled();
    tickets[place].leave();
  }
  await settled();
  expect(order).toEqual(['a', 'a', 'b', 'a', 'b']);
});

test('an account that fills the line gives a place to another', async () => {
  const gate = new FairGate({ atOnce: 1, maxWaiting: 4 });
  const { order, enter } = watched(gate);
  for (let i = 0; i < 5; i++) enter('a');
  expect(() => enter('a')).toThrow('queue is full');
  enter('b');
  enter('b');
  // Two each: one more would be no fairer.
  expect(() => enter('b')).toThrow('queue is full');
  await settled();
  expect(order).toEqual(['a', 'a overloaded', 'a overloaded']);
  expect(gate.waiting).toBe(4);
});

test('whoever goes away leaves its place, and is not let in later', async () => {
  const gate = new FairGate({ atOnce: 1, maxWaiting: 4 });
  const first = gate.enter('a');
  const caller = new AbortController();
  const gone = gate.enter('b');
  const waits = gone.turn(caller.signal, soon());
  const late = gate.enter('c').turn(signal, performance.now());
  caller.abort(new Error('gone'));
  await expect(waits).rejects.toThrow('gone');
  await expect(late).rejects.toMatchObject({ code: 'timeout' });
  gone.leave();
  first.leave();
  gone.leave();
  const next = gate.enter('d');
  expect(gate.waiting).toBe(1);
  next.leave();
});
