import type { ModelEntry } from '@avatar/models';

/** A catalogue entry of a model that exists only in a test: permissive, without files, inputs and outputs unless given. */
export function modelOfTests(id: string, facts: Partial<ModelEntry> = {}): ModelEntry {
  return {
    id,
    task: 'test',
    summary: 'A model that exists only in a test.',
    inDefaultSet: false,
    source: 'none',
    files: [],
    upstream: { project: 'none', url: 'https://example.org' },
    conversion: { kind: 'none' },
    weights: { sha256: '0'.repeat(64), sizeBytes: 0 },
    licence: { spdx: 'CC0-1.0', status: 'permissive', evidence: 'none needed' },
    trainingData: 'none',
    inputs: [],
    outputs: [],
    runtime: { threads: 1 },
    ...facts,
  };
}
