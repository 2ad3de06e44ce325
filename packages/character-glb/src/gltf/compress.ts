import type { Accessor, Document } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';

/** Half of the cube that 16-bit positions are told in, metres: steps of 0.015 mm. */
const HALF_CUBE = 0.5;

/**
 * Positions and moves in 16 bits, normals in 8, and all of it packed by meshoptimizer: for viewers that know
 * `EXT_meshopt_compression` and `KHR_mesh_quantization`.
 */
export function compress(document: Document): void {
  const root = document.getRoot();
  for (const mesh of root.listMeshes())
    for (const primitive of mesh.listPrimitives()) {
      for (const owner of [primitive, ...primitive.listTargets()])
        quantisePositions(owner.getAttribute('POSITION'));
      quantiseNormals(primitive.getAttribute('NORMAL'));
    }
  for (const node of root.listNodes())
    if (node.getMesh() && !node.getSkin()) node.setScale([HALF_CUBE, HALF_CUBE, HALF_CUBE]);
  for (const skin of root.listSkins()) scaleBindMatrices(skin.getInverseBindMatrices());
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
}

function quantisePositions(accessor: Accessor | null): void {
  const values = accessor?.getArray() as Float32Array | null | undefined;
  if (!accessor || !values) return;
  const steps = Int16Array.from(values, (value) => Math.round((value / HALF_CUBE) * 32767));
  accessor.setArray(steps).setNormalized(true).setSparse(false);
}

function quantiseNormals(accessor: Accessor | null): void {
  const values = accessor?.getArray() as Float32Array | null | undefined;
  if (accessor && values)
    accessor.setArray(Int8Array.from(values, (value) => Math.round(value * 127))).setNormalized(true);
}

/** The skin takes positions as parts of the cube. Columns of a matrix lie one after the other. */
function scaleBindMatrices(accessor: Accessor | null): void {
  const values = accessor?.getArray() as Float32Array | null | undefined;
  if (accessor && values)
    accessor.setArray(Float32Array.from(values, (value, i) => (i % 16 < 12 ? value * HALF_CUBE : value)));
}
