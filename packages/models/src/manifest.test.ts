import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledManifest, findModel, sourceOf } from './manifest.js';

const { models, sources } = bundledManifest;
const SHA256 = /^[\da-f]{64}$/;
const FIRST_RUN_LIMIT_BYTES = 150e6;

const cardOf = (id: string): URL => new URL(`../../../models/${id}.md`, import.meta.url);

describe('manifest', () => {
  it('names each model once and describes each source', () => {
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    for (const entry of models) expect(sourceOf(entry)).toBe(sources[entry.source]);
    for (const key of Object.keys(sources)) expect(models.some(({ source }) => source === key)).toBe(true);
  });

  it('keeps the first download of the default set small', () => {
    const needed = new Set(models.filter(({ inDefaultSet }) => inDefaultSet).map(({ source }) => source));
    let bytes = 0;
    for (const key of needed) bytes += sources[key].neededBytes;
    expect(bytes).toBeLessThan(FIRST_RUN_LIMIT_BYTES);
  });

  it.each(models)('$id is pinned, licensed and described', (entry) => {
    const source = sourceOf(entry);
    expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(source.integrity).toMatch(/^sha512-/);
    expect(source.neededBytes).toBeLessThanOrEqual(source.tarballBytes);
    expect(entry.weights.sha256).toMatch(SHA256);
    for (const file of entry.files) expect(file.sha256).toMatch(SHA256);
    if (entry.conversion.kind === 'none') expect(entry.weights.sha256).toBe(entry.files[0].sha256);
    if (entry.inDefaultSet) expect(entry.licence.status).toBe('permissive');
    for (const tensor of [...entry.inputs, ...entry.outputs]) expect(tensor.note).not.toBe('');
    for (const { shape, typicalShape } of entry.inputs)
      expect((typicalShape ?? shape).every((side) => typeof side === 'number')).toBe(true);
  });

  it.each(models)('$id has a card that states its licence and its source', (entry) => {
    expect(existsSync(cardOf(entry.id))).toBe(true);
    const card = readFileSync(cardOf(entry.id), 'utf8');
    const { package: name, version } = sourceOf(entry);
    expect(card).toContain(entry.licence.spdx);
    expect(card).toContain(`${name}@${version}`);
    expect(card).toContain(entry.weights.sha256);
  });

  it('refuses an unknown id', () => {
    expect(() => findModel('nobody')).toThrow(/known models: sface/);
  });
});
