import { readFile } from 'node:fs/promises';
import { checkCharacter } from '@avatar/character';
import { detectFaces } from '@avatar/face';
import { decodeImage } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { Artifacts, Photo } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { characterFit } from './character-fit.js';
import { fitCharacter } from './fit-character.js';

const models: ModelHub = createModelHub();
afterAll(() => models[Symbol.asyncDispose]());

const seen = new Map<string, Promise<Pick<Artifacts, 'photo' | 'faces'>>>();
function look(name: string): Promise<Pick<Artifacts, 'photo' | 'faces'>> {
  const known = seen.get(name) ?? findFaces(name);
  seen.set(name, known);
  return known;
}

async function findFaces(name: string) {
  const bytes = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
  const matteColour = { r: 255, g: 255, b: 255 };
  const image = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour });
  const { width: sourceWidth, height: sourceHeight } = image;
  const photo: Photo = { image, format: 'png', sourceWidth, sourceHeight, scale: 1 };
  return { photo, faces: await detectFaces(image, models) };
}

const stage = characterFit({ models });

describeStage(stage, [{ name: 'a portrait', input: () => look('astronaut.png') }]);

describe('characterFit', () => {
  it('sees an astronaut who smiles, with short brown hair over the forehead and nothing on', async () => {
    const { character, characterFit: fit } = await stage.run(await look('astronaut.png'), stageContext());
    expect(checkCharacter(character)).toEqual(character);
    expect(['smile', 'laugh', 'slight_smile']).toContain(character.expression);
    expect(character.glasses?.style).toBe('none');
    expect(character.headwear?.style).toBe('none');
    expect(['pixie', 'crop', 'side_part', 'bob']).toContain(character.hair?.style);
    expect(fit.confidence).toBeGreaterThan(0.5);
    expect(fit.uncertain).toEqual(expect.arrayContaining(['presentation', 'eyes.lid', 'hair.part']));
  });

  it('sees an admiral in glasses, a cap and a dark suit', async () => {
    const { character } = await stage.run(await look('grace-hopper.jpg'), stageContext());
    expect(['round', 'rectangle']).toContain(character.glasses?.style);
    expect(character.headwear?.style).toBe('cap');
    expect(character.clothing?.style).toBe('suit');
    expect(['neutral', 'serious']).toContain(character.expression);
  });

  it('measures several photos together', async () => {
    const { photo, faces } = await look('astronaut.png');
    const { landmarks } = faces.faces[0];
    const one = await fitCharacter([{ photo, landmarks }], models);
    const both = await fitCharacter(
      [
        { photo, landmarks },
        { photo, landmarks },
      ],
      models,
    );
    expect(both.character.skin).toEqual(one.character.skin);
    expect(both.character.hair?.style).toBe(one.character.hair?.style);
    await expect(fitCharacter([], models)).rejects.toMatchObject({ code: 'invalid-options' });
  });
});
