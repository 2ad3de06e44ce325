import { execFileSync } from 'node:child_process';
import * as v8 from 'node:v8';
import { expect, test, vi } from 'vitest';
import { growHeapInLargeSteps } from './grow-heap.js';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

test('sets a flag that this V8 knows, to five times what is alive', () => {
  growHeapInLargeSteps();
  const [[flag]] = vi.mocked(v8.setFlagsFromString).mock.calls;
  const [name, growthPercent] = flag.split('=');
  expect(growthPercent).toBe('400');
  // V8 takes an unknown flag without a word.
  expect(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })).toContain(`${name} (`);
});
