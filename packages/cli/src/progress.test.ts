import { expect, test } from 'vitest';
import type { DownloadProgress } from '@avatar/models';
import { Progress } from './progress.js';
import type { Voice } from './session.js';

const usual = { voice: 'usual', stderr: () => undefined } as const;

/** Just enough of a terminal for the bar: it keeps what is written. */
function fakeTerminal() {
  const written: string[] = [];
  const terminal = {
    isTTY: true,
    columns: 80,
    write: (text: string) => written.push(text) > 0,
  } as unknown as NodeJS.WriteStream;
  return { terminal, written };
}

const download = (phase: DownloadProgress['phase'], receivedBytes: number): DownloadProgress => ({
  phase,
  models: ['sface'],
  source: 'carrier@1.0.0',
  receivedBytes,
  totalBytes: 2_000_000,
});

test('names the stage on one line and leaves a clean one', () => {
  const { terminal, written } = fakeTerminal();
  const progress = new Progress({ terminal, ...usual });
  progress.onStage({ type: 'stage-start', stage: 'face-detect', attempt: 0 });
  progress.onStage({ type: 'stage-end', stage: 'face-detect', attempt: 0, durationMs: 1 });
  progress.onStage({ type: 'stage-start', stage: 'style-apply', attempt: 1 });
  progress.finish();
  expect(written).toHaveLength(3);
  expect(written[0]).toContain('face detect …');
  expect(written[1]).toContain('style apply (attempt 2) …');
  expect(written[2]).toBe('\r\u001b[2K');
});

test('draws a bar while models are fetched', () => {
  const { terminal, written } = fakeTerminal();
  const progress = new Progress({ terminal, ...usual });
  progress.onDownload(download('downloading', 0));
  progress.onDownload(download('downloading', 1_000_000));
  progress.onDownload(download('done', 2_000_000));
  progress.finish();
  expect(written.join('')).toContain('of 2.0 MB  sface');
});

const voices = (voice: Voice) => {
  const said: string[] = [];
  const progress = new Progress({ voice, stderr: (text) => said.push(text) });
  progress.onDownload(download('downloading', 0));
  progress.onDownload(download('downloading', 1_000_000));
  progress.onDownload(download('done', 2_000_000));
  progress.onStage({ type: 'stage-start', stage: 'load', attempt: 0 });
  progress.onStage({ type: 'stage-end', stage: 'load', attempt: 1, durationMs: 12.3 });
  progress.finish();
  return said;
};

test.each([
  ['quiet', []],
  ['usual', ['avatar: fetching sface, 2.0 MB\n']],
  ['verbose', ['avatar: fetching sface, 2.0 MB\n', '  load (attempt 2)  12 ms\n']],
] as const)('without a terminal, %s tells %j', (voice, said) => expect(voices(voice)).toEqual(said));

test('with a terminal, quiet draws nothing', () => {
  const { terminal, written } = fakeTerminal();
  const progress = new Progress({ terminal, voice: 'quiet', stderr: () => undefined });
  progress.onDownload(download('downloading', 0));
  progress.line('looking …');
  progress.finish();
  expect(written).toEqual([]);
});

test('a line never wraps', () => {
  const { terminal, written } = fakeTerminal();
  new Progress({ terminal, ...usual }).line('x'.repeat(200));
  expect(written[0].length).toBeLessThan(terminal.columns + '\r\u001b[2K'.length);
});
