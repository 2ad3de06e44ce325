import type { DetectedFace } from '@avatar/stage';
import { expect, test } from 'vitest';
import { dominantFace, missingFace, missingFaceWarning } from './missing-face.js';

const face = (score: number) => ({ score }) as DetectedFace;

test('the dominant face is the first', () => {
  expect(dominantFace({ faces: [face(0.4), face(0.9)], unclear: 3 }).score).toBe(0.4);
});

test('without one a photo is refused, by what was seen in it', () => {
  expect(() => dominantFace({ faces: [], unclear: 0 })).toThrow(missingFace({ faces: [], unclear: 0 }));
  expect(missingFace({ faces: [], unclear: 0 })).toMatchObject({
    code: 'input-rejected',
    reason: 'no-face',
    publicMessage: 'No face was found. Use a photo that shows one person from the front.',
  });
  expect(missingFace({ faces: [], unclear: 2 })).toMatchObject({
    code: 'input-rejected',
    reason: 'face-not-clear',
    facts: { unclear: 2 },
  });
});

test.each([0, 2])('the warning says what the refusal says (%i unclear)', (unclear) => {
  const { reason, publicMessage } = missingFace({ faces: [], unclear });
  expect(missingFaceWarning({ faces: [], unclear })).toMatchObject({ code: reason, message: publicMessage });
});

test.each([
  ['covered', /covered below the eyes/],
  ['drawing', /This is a drawing/],
] as const)('what was seen is said: %s', (unclearAs, said) => {
  const faces = { faces: [], unclear: 1, unclearAs };
  const { reason, publicMessage, facts } = missingFace(faces);
  expect({ reason, facts }).toEqual({ reason: 'face-not-clear', facts: { unclear: 1, seen: unclearAs } });
  expect(publicMessage).toMatch(said);
  // Nobody is told to take off what they wear.
  expect(publicMessage).not.toMatch(/take off|remove|in front of/i);
  expect(missingFaceWarning(faces).message).toBe(publicMessage);
});
