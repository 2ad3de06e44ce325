import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { environmentSchema } from '../../apps/server/src/config/environment.js';

const FOLDER = fileURLToPath(new URL('../../deploy/kubernetes/', import.meta.url));
const read = (name: string): string => readFileSync(FOLDER + name, 'utf8');

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}
type Model = new (manifest: Manifest) => { validate: () => void };

const { resources } = parse(read('kustomization.yaml')) as { resources: string[] };
const manifests = resources.flatMap((name) =>
  parseAllDocuments(read(name)).map((document) => document.toJS() as Manifest),
);

/** The schema of Kubernetes, or of KEDA, for a kind. */
async function modelOf({ apiVersion, kind }: Manifest): Promise<Model> {
  const library = apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models';
  const module = (await import(`${library}/${apiVersion}/${kind}`)) as Record<string, Model>;
  return module[kind];
}

describe('manifests for Kubernetes', () => {
  test.each(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    '%s is one',
    async (_name, manifest) => {
      const Kind = await modelOf(manifest);
      expect(() => new Kind(manifest).validate()).not.toThrow();
      expect(() =>
        new Kind({ ...manifest, spec: 'nonsense', data: 7, automountServiceAccountToken: 7 }).validate(),
      ).toThrow();
    },
  );

  test('are all of them in the kustomization', () => {
    const files = readdirSync(FOLDER).filter(
      (name) => name.endsWith('.yaml') && name !== 'kustomization.yaml',
    );
    expect([...resources].sort()).toEqual(files.sort());
  });

  test('set variables that the server knows, to values that it takes', () => {
    const { data } = manifests.find(({ kind }) => kind === 'ConfigMap') as unknown as {
      data: Record<string, string>;
    };
    expect(Object.keys(data).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
    expect(environmentSchema.safeParse(data).success).toBe(true);
  });

  test('give a process longer to end than the server takes at most', () => {
    const { AVATAR_JOB_DEADLINE_MS } = environmentSchema.parse({});
    const graces = manifests.flatMap(({ kind, spec }) =>
      kind === 'Deployment'
        ? [(spec as { template: { spec: { terminationGracePeriodSeconds: number } } }).template.spec]
        : [],
    );
    expect(graces).toHaveLength(2);
    for (const { terminationGracePeriodSeconds } of graces)
      expect(terminationGracePeriodSeconds * 1_000).toBeGreaterThan(AVATAR_JOB_DEADLINE_MS + 30_000);
  });

  test('scale what there is', () => {
    const names = new Set(
      manifests.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name),
    );
    const targets = manifests.flatMap(({ spec }) => {
      const target = (spec as { scaleTargetRef?: { name: string } } | undefined)?.scaleTargetRef;
      return target === undefined ? [] : [target.name];
    });
    expect(new Set(targets)).toEqual(names);
  });
});
