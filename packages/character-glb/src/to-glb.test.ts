import { NodeIO, type Root } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import { describe, expect, it } from 'vitest';
import type { CharacterSpec } from '@avatar/character';
import { toGlb } from './to-glb.js';

const SPECS: Readonly<Record<string, CharacterSpec>> = {
  suit: { hair: { style: 'long_wavy' }, clothing: { style: 'suit' }, glasses: { style: 'round' } },
  hijab: { headwear: { style: 'hijab' }, clothing: { style: 'dress' } },
  bearded: {
    hair: { style: 'afro' },
    facial_hair: { style: 'full_beard' },
    clothing: { style: 'hoodie' },
  },
};

/** What VRM 1.0 asks of a humanoid. */
const REQUIRED_BONES = [
  ...['hips', 'spine', 'head'],
  ...['left', 'right'].flatMap((side) =>
    ['UpperArm', 'LowerArm', 'Hand', 'UpperLeg', 'LowerLeg', 'Foot'].map((bone) => side + bone),
  ),
];

interface VrmFile {
  readonly nodes: readonly { readonly name: string; readonly mesh?: number }[];
  readonly meshes: readonly { readonly extras?: { readonly targetNames: readonly string[] } }[];
  readonly extensions: { readonly VRMC_vrm: VrmContent };
}
interface VrmContent {
  readonly specVersion: string;
  readonly meta: object;
  readonly humanoid: { readonly humanBones: Readonly<Record<string, { readonly node: number } | undefined>> };
  readonly expressions: {
    readonly preset: Readonly<
      Record<
        string,
        | { readonly morphTargetBinds: readonly { readonly node: number; readonly index: number }[] }
        | undefined
      >
    >;
  };
}

/** The JSON of a binary file: behind a head of 20 bytes that ends with its length and its kind. */
function vrmOf(bytes: Uint8Array) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as VrmFile;
  return { ...json, vrm: json.extensions.VRMC_vrm };
}

const read = async (bytes: Uint8Array) => (await new NodeIO().readBinary(bytes)).getRoot();

describe('toGlb', () => {
  it.each(Object.keys(SPECS))('writes a valid file: %s', async (name) => {
    const { bytes } = await toGlb(SPECS[name]);
    const { issues } = await validateBytes(bytes, { maxIssues: 20 });
    expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([]);
  });

  it('has named meshes, and bones from the hips to the eyes', async () => {
    const root = await read((await toGlb(SPECS.suit)).bytes);
    const meshes = root.listMeshes().map((mesh) => mesh.getName());
    expect(meshes).toEqual(
      expect.arrayContaining(['Face', 'EyeLeft', 'EyeRight', 'Hair', 'BodySkin', 'Clothes', 'Glasses']),
    );
    const bones: string[] = [];
    for (
      let node = root.listNodes().find((n) => n.getName() === 'LeftEye');
      node;
      node = node.getParentNode() ?? undefined
    )
      bones.push(node.getName());
    expect(bones).toEqual(['LeftEye', 'Head', 'Neck', 'Chest', 'Spine', 'Hips', 'Avatar']);
  });

  it('is as large as a bust, stands on the ground and looks along z', async () => {
    const root = await read((await toGlb(SPECS.bearded)).bytes);
    const clothes = root.listMeshes().find((mesh) => mesh.getName() === 'Clothes');
    const position = clothes?.listPrimitives()[0].getAttribute('POSITION');
    const [low, high] = [position?.getMin([]) ?? [], position?.getMax([]) ?? []];
    expect(low[1]).toBeGreaterThan(-0.01);
    expect(low[1]).toBeLessThan(0.02);
    expect(high[0] - low[0]).toBeGreaterThan(0.25);
    expect(high[0] - low[0]).toBeLessThan(0.5);
    const eye = root.listNodes().find((node) => node.getName() === 'LeftEye');
    const [x, y, z] = eye?.getWorldTranslation() ?? [];
    expect(x).toBeGreaterThan(0.02);
    expect(y).toBeGreaterThan(0.25);
    expect(z).toBeGreaterThan(0.03);
  });

  it('gives the same bytes again', async () => {
    const first = await toGlb(SPECS.hijab);
    const second = await toGlb(SPECS.hijab);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('says what a bust at rest leaves out', async () => {
    const { unsupported } = await toGlb({
      clothing: { style: 'armor', pattern: 'dots' },
      pose: { gesture: 'wave', framing: 'full_body' },
    });
    expect(unsupported).toEqual(['clothing.pattern=dots', 'pose.gesture=wave', 'pose.framing=full_body']);
    const inSpace = await toGlb({ clothing: { style: 'spacesuit' }, headwear: { style: 'helmet' } });
    expect(inSpace.unsupported).toEqual(['headwear.style=helmet']);
  });

  it('shows the expression and the turn of the head', async () => {
    const root = await read((await toGlb({ expression: 'smile', pose: { yaw: 40 } })).bytes);
    const face = root.listMeshes().find((mesh) => mesh.getName() === 'Face');
    const names = face?.getExtras().targetNames as string[];
    expect(face?.getWeights()[names.indexOf('mouthSmileLeft')]).toBeCloseTo(0.8, 5);
    expect(face?.getWeights()[names.indexOf('mouthFrownLeft')]).toBe(0);
    const head = root.listNodes().find((node) => node.getName() === 'Head');
    expect(head?.getRotation()[1]).toBeCloseTo(Math.sin(Math.PI / 18), 3);
  });

  it('says in the file how its targets make expressions and visemes', async () => {
    const root = await read((await toGlb(SPECS.hijab)).bytes);
    const extras = root
      .listNodes()
      .find((node) => node.getName() === 'Avatar')
      ?.getExtras();
    expect(extras).toMatchObject({
      expressions: { smile: { mouthSmileLeft: 0.8 }, neutral: {} },
      visemes: { viseme_aa: { jawOpen: 0.75 } },
    });
  });

  it('packs the same bust into less than half', async () => {
    const plain = await toGlb(SPECS.suit);
    const packed = await toGlb(SPECS.suit, { compression: 'meshopt' });
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    await MeshoptDecoder.ready;
    const io = new NodeIO()
      .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
      .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
    const places = (root: Root) => {
      const node = root.listNodes().find((n) => n.getName() === 'Face');
      const position = node?.getMesh()?.listPrimitives()[0].getAttribute('POSITION');
      const [scale] = node?.getScale() ?? [1];
      return Array.from({ length: 50 }, (_, i) => position?.getElement(i, []).map((v) => v * scale) ?? []);
    };
    const before = places(await read(plain.bytes));
    const after = places((await io.readBinary(packed.bytes)).getRoot());
    before.forEach((point, i) => point.forEach((value, j) => expect(after[i][j]).toBeCloseTo(value, 4)));
  });

  it('is a humanoid of VRM 1.0 at rest where it is asked for', async () => {
    const asked: CharacterSpec = { hair: { style: 'bald' }, expression: 'smile', pose: { yaw: 20 } };
    const { bytes, unsupported } = await toGlb(asked, { format: 'vrm', name: 'Ann' });
    expect(unsupported).toEqual(['expression=smile', 'pose.yaw=20']);
    const { issues } = await validateBytes(bytes, { maxIssues: 20 });
    expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([]);
    const { vrm, nodes, meshes } = vrmOf(bytes);
    expect(vrm.specVersion).toBe('1.0');
    expect(vrm.meta).toMatchObject({ name: 'Ann', licenseUrl: 'https://vrm.dev/licenses/1.0/' });
    const bones = REQUIRED_BONES.map((bone) => nodes[vrm.humanoid.humanBones[bone]?.node ?? -1].name);
    expect(new Set(bones).size).toBe(REQUIRED_BONES.length);
    expect(Object.keys(vrm.expressions.preset)).toHaveLength(18);
    const blink = vrm.expressions.preset.blinkLeft?.morphTargetBinds ?? [];
    const moved = blink.map(({ node, index }) => {
      const { name, mesh } = nodes[node];
      return [name, meshes[mesh ?? -1].extras?.targetNames[index]];
    });
    expect(moved).toContainEqual(['Face', 'eyeBlinkLeft']);
    expect(new Set(moved.map(([, target]) => target))).toEqual(new Set(['eyeBlinkLeft']));
    await expect(toGlb({}, { format: 'vrm', compression: 'meshopt' })).rejects.toMatchObject({
      code: 'invalid-options',
    });
  });

  it('refuses a name that is none', async () => {
    await expect(toGlb({}, { name: '../x' })).rejects.toMatchObject({ code: 'invalid-options' });
  });
});
