import { corporateHeadshot } from '@avatar/styles';
import { AvatarError, type Finding } from '@avatar/stage';
import { expect, test } from 'vitest';
import type { AvatarGenerator } from './avatar-generator.js';
import { measureStyle } from './measure-style.js';

const seen: Finding = { check: 'face-present', status: 'passed', measured: 0.9, threshold: 0.5, message: '' };

/** Avatars whose likeness depends on person and intensity. */
function fakeGenerator(likenessOf: (photo: string, intensity: number) => number, tried: string[] = []) {
  const generate = async (photo: unknown, { intensity }: { intensity: number }) => {
    tried.push(`${String(photo)} ${intensity}`);
    if (photo === 'nobody') throw AvatarError.rejected('no-face', 'No face');
    const first = { likenessScore: likenessOf(String(photo), intensity), findings: [seen] };
    return { attempts: [{ verdict: first }, { verdict: { likenessScore: 1, findings: [] } }] };
  };
  return { generate, draw: () => Promise.reject(new Error('not drawn')) } as unknown as AvatarGenerator;
}

test('a style is tried on everybody at three intensities, and only first attempts count', async () => {
  const tried: string[] = [];
  const generator = fakeGenerator(
    (photo, intensity) => (photo === 'ann' ? 0.9 : 0.7) - 0.1 * intensity,
    tried,
  );
  expect(
    await measureStyle(corporateHeadshot, { generator, people: ['ann', 'ben', 'cleo', 'nobody'] }),
  ).toEqual({
    people: 3,
    likenessMedian: 0.6,
    likenessLeast: 0.6,
    presenceLeast: 0.9,
    monotone: true,
  });
  expect(tried.slice(0, 4)).toEqual(['ann 1', 'ann 0.7', 'ann 0.4', 'ben 1']);
});

test('a style that is less alike when it is weaker is told', async () => {
  const generator = fakeGenerator((_, intensity) => (intensity === 0.7 ? 0.6 : 0.7));
  const { monotone } = await measureStyle(corporateHeadshot, { generator, people: ['ann', 'ben'] });
  expect(monotone).toBe(false);
});

test('one person is too few', async () => {
  const measured = measureStyle(corporateHeadshot, {
    generator: fakeGenerator(() => 1),
    people: ['ann', 'nobody'],
  });
  await expect(measured).rejects.toMatchObject({ code: 'invalid-options', facts: { usable: 1 } });
});

test('a generator that fails is no refused photo', async () => {
  const broken = { generate: () => Promise.reject(new Error('out of memory')) } as unknown as AvatarGenerator;
  await expect(
    measureStyle(corporateHeadshot, { generator: broken, people: ['ann', 'ben'] }),
  ).rejects.toThrow('out of memory');
});
