import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { processIo } from './process-io.js';

/** A stream of the process: it takes text, and may be a terminal. */
class FakeStream extends EventEmitter {
  readonly written: string[] = [];
  constructor(readonly isTTY: boolean) {
    super();
  }
  write(text: string): boolean {
    this.written.push(text);
    return true;
  }
}

class Exited extends Error {}

/** The process as the command sees it, replaced by one that notes what is done to it. */
function fakeProcess({ terminal = false, env = {} }: { terminal?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  const stdout = new FakeStream(terminal);
  const stderr = new FakeStream(terminal);
  const signals = new EventEmitter();
  const exit = vi.fn((code?: number): never => {
    throw new Exited(`${code}`);
  });
  vi.stubGlobal('process', {
    stdout,
    stderr,
    env,
    stdin: 'the input',
    cwd: () => '/somewhere',
    exit,
    once: signals.once.bind(signals),
    on: signals.on.bind(signals),
  });
  return { stdout, stderr, signals, exit };
}

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

beforeEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllGlobals());

describe('streams', () => {
  test('results go to standard output, the rest to standard error', () => {
    const { stdout, stderr } = fakeProcess();
    const io = processIo();
    io.stdout('result');
    io.stderr('trouble');
    expect([stdout.written, stderr.written]).toEqual([['result'], ['trouble']]);
    expect(io.stdin()).toBe('the input');
    expect(io.cwd).toBe('/somewhere');
  });

  test('standard input is not touched before it is asked for', () => {
    fakeProcess();
    const touched = vi.fn(() => 'the input');
    Object.defineProperty(process, 'stdin', { get: touched });
    const io = processIo();
    expect(touched).not.toHaveBeenCalled();
    io.stdin();
    expect(touched).toHaveBeenCalledOnce();
  });

  test('a reader that has seen enough ends the command without a failure', () => {
    const { stdout, exit } = fakeProcess();
    processIo();
    expect(() => stdout.emit('error', failure('EPIPE'))).toThrow(Exited);
    expect(exit).toHaveBeenCalledExactlyOnceWith(0);
  });

  test('any other failure of the output is one', () => {
    const { stdout, exit } = fakeProcess();
    processIo();
    expect(() => stdout.emit('error', failure('ENOSPC'))).toThrow('ENOSPC');
    expect(exit).not.toHaveBeenCalled();
  });
});

describe('a terminal', () => {
  test('shows progress and colour', () => {
    const { stderr } = fakeProcess({ terminal: true });
    expect(processIo()).toMatchObject({ terminal: stderr, colour: true });
  });

  test('is absent where the output goes to a file', () => {
    fakeProcess();
    const { terminal, colour } = processIo();
    expect(terminal).toBeUndefined();
    expect(colour).toBe(false);
  });

  test.each([
    ['1', false],
    ['', true],
  ])('NO_COLOR=%j sets colour to %s', (value, colour) => {
    fakeProcess({ terminal: true, env: { NO_COLOR: value } });
    expect(processIo().colour).toBe(colour);
  });
});

describe('interruption', () => {
  test.each(['SIGINT', 'SIGTERM'])(
    '%s aborts the command, and the next one is left to the system',
    (name) => {
      const { signals } = fakeProcess();
      const { signal } = processIo();
      expect(signal.aborted).toBe(false);
      signals.emit(name);
      expect(signal.aborted).toBe(true);
      expect(signals.listenerCount(name)).toBe(0);
    },
  );

  test('a process that is told by another one stops for either', () => {
    const { signals } = fakeProcess();
    const relay = new AbortController();
    const told = processIo(relay.signal);
    const interrupted = processIo(new AbortController().signal);
    relay.abort();
    expect([told.signal.aborted, interrupted.signal.aborted]).toEqual([true, false]);
    signals.emit('SIGINT');
    expect(interrupted.signal.aborted).toBe(true);
  });
});
