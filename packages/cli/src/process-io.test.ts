import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OUTPUT_CLOSED } from './cli-io.js';
import { processIo } from './process-io.js';

/** A stream of the process: it takes text, and may be a terminal. */
class FakeStream extends EventEmitter {
  readonly written: (string | Uint8Array)[] = [];
  constructor(readonly isTTY: boolean) {
    super();
  }
  write(text: string | Uint8Array): boolean {
    this.written.push(text);
    return true;
  }
}

/** The process as the command sees it, replaced by one that notes what is done to it. */
function fakeProcess({ terminal = false, env = {} }: { terminal?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  const stdout = new FakeStream(terminal);
  const stderr = new FakeStream(terminal);
  const signals = new EventEmitter();
  vi.stubGlobal('process', {
    stdout,
    stderr,
    env,
    stdin: 'the input',
    cwd: () => '/somewhere',
    once: signals.once.bind(signals),
    on: signals.on.bind(signals),
  });
  return { stdout, stderr, signals };
}

const XTERM = { TERM: 'xterm' };

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

beforeEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllGlobals());

describe('streams', () => {
  test('results go to standard output, the rest to standard error', () => {
    const { stdout, stderr } = fakeProcess();
    const io = processIo();
    io.stdout('result');
    io.stdoutBytes(Uint8Array.of(137));
    io.stderr('trouble');
    expect([stdout.written, stderr.written]).toEqual([['result', Uint8Array.of(137)], ['trouble']]);
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

  test('a reader that has seen enough stops the command, as often as it says so', () => {
    const { stdout } = fakeProcess();
    const { signal } = processIo();
    expect(signal.aborted).toBe(false);
    stdout.emit('error', failure('EPIPE'));
    stdout.emit('error', failure('EPIPE'));
    expect(signal).toMatchObject({ aborted: true, reason: OUTPUT_CLOSED });
  });

  test('any other failure of the output is one', () => {
    const { stdout } = fakeProcess();
    const { signal } = processIo();
    expect(() => stdout.emit('error', failure('ENOSPC'))).toThrow('ENOSPC');
    expect(signal.aborted).toBe(false);
  });
});

describe('a terminal', () => {
  test('shows progress and colour', () => {
    const { stderr } = fakeProcess({ terminal: true, env: XTERM });
    expect(processIo()).toMatchObject({
      terminal: stderr,
      stdoutIsTerminal: true,
      colour: true,
      errorColour: true,
    });
  });

  test('is absent where the output goes to a file', () => {
    fakeProcess({ env: XTERM });
    const { terminal, stdoutIsTerminal, colour, errorColour } = processIo();
    expect(terminal).toBeUndefined();
    expect([stdoutIsTerminal, colour, errorColour]).toEqual([false, false, false]);
  });

  test.each([
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '' }, true],
    [{ TERM: 'dumb' }, false],
  ])('%j sets colour to %s', (env, colour) => {
    fakeProcess({ terminal: true, env: { ...XTERM, ...env } });
    expect(processIo()).toMatchObject({ colour, errorColour: colour });
  });

  test.each([
    ['1', true],
    ['0', false],
  ])('FORCE_COLOR=%s sets colour to %s also where the output goes to a file', (value, colour) => {
    fakeProcess({ env: { ...XTERM, FORCE_COLOR: value } });
    expect(processIo()).toMatchObject({ colour, errorColour: colour });
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
