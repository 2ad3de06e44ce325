import { createPlane } from '@avatar/image';
import { corporateHeadshot } from '@avatar/styles';
import { syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { fitLight, lightAt, type Light } from './light-fit.js';
import { centreOnFace, lightRatioLog } from './light-ratio.js';
import { shadowFillLog } from './shadow-fill.js';
import { buildSurface } from './surface.js';
import { vertexNormals } from './mesh-normals.js';

const { face, cutout, regions } = syntheticArtifacts({ sizePx: 200 });
const surface = buildSurface(face, cutout.alpha, 1);
const { relight } = corporateHeadshot.rendering;
const skin = regions.skin;

/** Log luminance of the face under a light. */
function lit(light: Light) {
  const plane = createPlane(200, 200);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = light.constant + lightAt(light, surface, i);
  return plane;
}

function meanOverFace(plane: { data: Float32Array }): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < plane.data.length; i++) {
    sum += plane.data[i] * surface.face.data[i];
    weight += surface.face.data[i];
  }
  return sum / weight;
}

describe('the surface', () => {
  it('has unit normals that face the viewer on the face', () => {
    for (let i = 0; i < skin.data.length; i += 37) {
      const length = Math.hypot(surface.x.data[i], surface.y.data[i], surface.z.data[i]);
      expect(length).toBeCloseTo(1, 4);
      if (surface.face.data[i] > 0.9) expect(surface.z.data[i]).toBeGreaterThan(0.1);
    }
  });

  it('turns away from the middle on either side', () => {
    const { points } = face.landmarks;
    const at = (index: number) => Math.round(points[index * 3 + 1]) * 200 + Math.round(points[index * 3]);
    // 50 and 280 are the cheeks: the subject's right is on the left of the picture.
    expect(surface.x.data[at(50)]).toBeLessThan(-0.1);
    expect(surface.x.data[at(280)]).toBeGreaterThan(0.1);
  });

  it('has vertex normals that do not depend on the winding of the axes', () => {
    const points = face.landmarks.points.slice();
    for (let i = 2; i < points.length; i += 3) points[i] = -points[i];
    const normals = vertexNormals(points);
    let towards = 0;
    for (let i = 2; i < normals.length; i += 3) towards += normals[i];
    expect(towards).toBeGreaterThan(0);
  });
});

describe('fitLight', () => {
  it('finds the side that the light comes from', () => {
    const right = fitLight(surface, lit({ constant: -1, x: 0.5, y: -0.2, z: 0.1 }), skin);
    expect(right.x).toBeGreaterThan(0.3);
    expect(right.y).toBeLessThan(-0.1);
    const left = fitLight(surface, lit({ constant: -1, x: -0.5, y: 0, z: 0 }), skin);
    expect(left.x).toBeLessThan(-0.3);
  });

  it('is not misled by a beard', () => {
    const plane = lit({ constant: -1, x: 0.4, y: 0, z: 0 });
    const chin = face.landmarks.points[152 * 3 + 1] - 14;
    plane.data.fill(-3, Math.round(chin) * 200);
    expect(fitLight(surface, plane, skin).x).toBeGreaterThan(0.2);
  });

  it('says nothing without skin', () => {
    expect(fitLight(surface, lit({ constant: -1, x: 1, y: 0, z: 0 }), createPlane(200, 200))).toEqual({
      constant: 0,
      x: 0,
      y: 0,
      z: 0,
    });
  });
});

describe('lightRatioLog', () => {
  const ratioFor = (x: number) =>
    centreOnFace(lightRatioLog(surface, { constant: 0, x, y: 0, z: 0 }, relight), surface.face);

  it('keeps the mean brightness of the face', () => {
    for (const x of [-0.8, 0, 0.8]) expect(meanOverFace(ratioFor(x))).toBeCloseTo(0, 5);
  });

  it('stays within the bounds of the style', () => {
    const ratio = lightRatioLog(surface, { constant: 0, x: 2, y: -2, z: 1 }, relight);
    for (const value of ratio.data) {
      expect(value).toBeGreaterThanOrEqual(Math.log(relight.ratio.min) - 1e-6);
      expect(value).toBeLessThanOrEqual(Math.log(relight.ratio.max) + 1e-6);
    }
  });

  it('lights a flat photo from one side and softens a one-sided one', () => {
    const { points } = face.landmarks;
    const at = (index: number) => Math.round(points[index * 3 + 1]) * 200 + Math.round(points[index * 3]);
    const flat = ratioFor(0.01);
    expect(flat.data[at(280)]).toBeGreaterThan(flat.data[at(50)]);
    const oneSided = ratioFor(1);
    expect(oneSided.data[at(280)]).toBeLessThan(oneSided.data[at(50)]);
  });
});

describe('shadowFillLog', () => {
  const light: Light = { constant: -1, x: 0, y: 0, z: 0 };

  it('lifts a shadow on the skin and nothing off the face', () => {
    const plane = lit(light);
    const { points } = face.landmarks;
    const cheek = Math.round(points[50 * 3 + 1]) * 200 + Math.round(points[50 * 3]);
    for (let dy = -8; dy <= 8; dy++) plane.data.fill(-1.8, cheek + dy * 200 - 8, cheek + dy * 200 + 9);
    const fill = shadowFillLog(surface, light, plane, skin, face.headHeightPx, 0.5);
    expect(fill.data[cheek]).toBeGreaterThan(0.15);
    expect(fill.data[0]).toBe(0);
  });

  it('leaves even skin alone', () => {
    const fill = shadowFillLog(surface, light, lit(light), skin, face.headHeightPx, 0.5);
    for (const value of fill.data) expect(Math.abs(value)).toBeLessThan(1e-3);
  });
});
