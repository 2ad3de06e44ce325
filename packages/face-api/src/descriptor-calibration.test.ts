import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTOR_CALIBRATION } from './descriptor-calibration.js';

test('the calibration is about the weights that come with face-api', () => {
  const manifest = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
  const weights = readFileSync(join(manifest, '../model/face_recognition_model.bin'));
  expect(createHash('sha256').update(weights).digest('hex')).toBe(DESCRIPTOR_CALIBRATION.weightsSha256);
});
