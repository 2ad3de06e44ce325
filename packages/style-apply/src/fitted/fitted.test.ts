import { toLab } from '@avatar/image';
import {
  describeStage,
  stageContext,
  meanAbsoluteDifference,
  syntheticArtifacts,
  syntheticParts,
} from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { fittedStyle } from '../fixtures/fitted.js';
import { medianLightness } from '../fixtures/people.js';
import { styleApply } from '../style-apply.js';

const TECHNIQUES = ['hatch', 'paint', 'flat', 'wash', 'stipple'] as const;
const DARK = { skin: [92, 62, 48], clothes: [238, 238, 240] } as const;
const person = (options = {}) => {
  const artifacts = syntheticArtifacts({ sizePx: 256, ...options });
  return {
    ...artifacts,
    regions: { ...artifacts.regions, parts: syntheticParts({ sizePx: 256, ...options }) },
  };
};

for (const technique of TECHNIQUES) {
  const stage = styleApply({ style: fittedStyle(technique) });

  describeStage(stage, [{ name: `a drawn face, ${technique}`, input: person }], {
    intensity: {
      reference: ({ cutout }) => cutout.foreground,
      result: ({ avatar }) => avatar.image,
      intensities: [0.05, 0.25, 0.5, 0.75, 1],
    },
  });

  describe(technique, () => {
    it('does not make dark skin lighter', async () => {
      const input = person(DARK);
      const { avatar } = await stage.run(input, stageContext());
      const before = medianLightness(input.cutout.foreground, input.regions.skin);
      expect(meanLightness(avatar.image, input.regions.skin)).toBeLessThan(before + 6);
    });

    it('draws light skin lighter than dark skin', async () => {
      const [dark, light] = await Promise.all(
        [DARK, { ...DARK, skin: [228, 190, 168] }].map(async (options) => {
          const input = person(options);
          const { avatar } = await stage.run(input, stageContext());
          return meanLightness(avatar.image, input.regions.skin);
        }),
      );
      expect(light).toBeGreaterThan(dark + 15);
    });

    it('changes the picture, and the same way every time', async () => {
      const input = person();
      const [{ avatar }, again] = [
        await stage.run(input, stageContext()),
        await stage.run(input, stageContext()),
      ];
      expect(meanAbsoluteDifference(avatar.image, input.cutout.foreground)).toBeGreaterThan(0.01);
      expect(again.avatar.image).toEqual(avatar.image);
    });
  });
}

/** The mean: lines on paper are seen as one tone. */
function meanLightness(image: Parameters<typeof toLab>[0], mask: { readonly data: Float32Array }): number {
  const { L } = toLab(image);
  const inside = [...L].filter((_, i) => mask.data[i] > 0.5);
  return inside.reduce((sum, value) => sum + value, 0) / inside.length;
}
