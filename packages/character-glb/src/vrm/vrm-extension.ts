import { Extension, type Document, type Node, type WriterContext } from '@gltf-transform/core';
import { ARKIT_NAMES, type FaceWeights } from '../expressions/arkit.js';
import type { Skeleton } from '../gltf/skeleton.js';
import { makeHumanoid } from './humanoid.js';
import { VRM_PRESETS } from './presets.js';

/** Degrees of gaze that the targets of the eyes turn to. */
const GAZE = { aside: 25.8, up: 20.6, down: 24 } as const;

/**
 * What the file allows whom. Its shapes and pictures are ours, and free; whom it shows is for whoever made it to say, so nobody is
 * given leave to appear as them.
 */
const LICENCE = {
  licenseUrl: 'https://vrm.dev/licenses/1.0/',
  otherLicenseUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
  avatarPermission: 'onlySeparatelyLicensedPerson',
  commercialUsage: 'corporation',
  creditNotation: 'unnecessary',
  allowRedistribution: true,
  modification: 'allowModificationRedistribution',
  allowExcessivelyViolentUsage: false,
  allowExcessivelySexualUsage: false,
  allowPoliticalOrReligiousUsage: false,
  allowAntisocialOrHateUsage: false,
} as const;

/** Describes a bust as a humanoid of VRM 1.0, once all its meshes are written. */
export function describeVrm(document: Document, skeleton: Skeleton, name: string): typeof VrmExtension {
  const bones = makeHumanoid(document, skeleton);
  document.createExtension(VrmExtension).describe(document, bones, name);
  return VrmExtension;
}

/** `VRMC_vrm` of VRM 1.0 (https://github.com/vrm-c/vrm-specification), as far as it is written. */
class VrmExtension extends Extension {
  static override readonly EXTENSION_NAME = 'VRMC_vrm';
  override readonly extensionName = 'VRMC_vrm';
  #content: (indexOf: (node: Node) => number | undefined) => object = () => ({});

  describe(document: Document, bones: ReadonlyMap<string, Node>, name: string): void {
    const eyes = [bones.get('leftEye'), bones.get('head')].map((bone) => bone?.getWorldTranslation() ?? []);
    const nodes = document.getRoot().listNodes();
    this.#content = (indexOf) => ({
      specVersion: '1.0',
      meta: { name, version: '1', authors: ['@avatar/character-glb'], ...LICENCE },
      humanoid: {
        humanBones: Object.fromEntries([...bones].map(([bone, node]) => [bone, { node: indexOf(node) }])),
      },
      lookAt: lookAt([0, eyes[0][1] - eyes[1][1], eyes[0][2] - eyes[1][2]]),
      expressions: {
        preset: expressions(nodes, indexOf, VRM_PRESETS),
        custom: expressions(
          nodes,
          indexOf,
          Object.fromEntries(ARKIT_NAMES.map((target) => [target, { [target]: 1 }])),
        ),
      },
    });
  }

  override read(): this {
    return this;
  }

  override write({ jsonDoc, nodeIndexMap }: WriterContext): this {
    const { json } = jsonDoc;
    json.extensions = {
      ...json.extensions,
      [this.extensionName]: this.#content((node) => nodeIndexMap.get(node)),
    };
    return this;
  }
}

/** By expressions, so that the lids follow the eyes. */
function lookAt(offsetFromHeadBone: readonly number[]) {
  const range = (inputMaxValue: number) => ({ inputMaxValue, outputScale: 1 });
  return {
    type: 'expression',
    offsetFromHeadBone,
    rangeMapHorizontalInner: range(GAZE.aside),
    rangeMapHorizontalOuter: range(GAZE.aside),
    rangeMapVerticalUp: range(GAZE.up),
    rangeMapVerticalDown: range(GAZE.down),
  };
}

/** Each mix as the targets of all meshes that have them. */
function expressions(
  nodes: readonly Node[],
  indexOf: (node: Node) => number | undefined,
  mixes: Readonly<Record<string, FaceWeights>>,
) {
  return Object.fromEntries(
    Object.entries(mixes).map(([name, weights]) => [
      name,
      { morphTargetBinds: nodes.flatMap((node) => bindsOf(node, indexOf(node), weights)) },
    ]),
  );
}

function bindsOf(node: Node, index: number | undefined, weights: FaceWeights) {
  const names = (node.getMesh()?.getExtras().targetNames ?? []) as readonly string[];
  return Object.entries(weights)
    .filter(([target]) => names.includes(target))
    .map(([target, weight]) => ({ node: index, index: names.indexOf(target), weight }));
}
