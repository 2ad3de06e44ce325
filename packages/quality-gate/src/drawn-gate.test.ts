import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { expect, test } from 'vitest';
import { drawnGate } from './drawn-gate.js';

const { avatar } = syntheticArtifacts();

describeStage(drawnGate(), [{ name: 'a drawn person', input: () => ({ avatar }) }]);

test('accepts without claiming that anything was looked at', async () => {
  const context = stageContext();
  const { verdict } = await drawnGate().run({ avatar }, context);
  expect(verdict).toMatchObject({ accepted: true, decision: 'accept', faceDetected: false });
  expect(verdict.findings.map(({ status }) => status)).toEqual(Array(4).fill('not-applicable'));
  expect(context.usedModels()).toEqual([]);
});
