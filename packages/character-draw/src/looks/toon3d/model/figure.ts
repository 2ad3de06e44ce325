import type { Rig } from '../../../rig/index.js';
import type { Frame } from '../render/frame.js';
import type { Vec3 } from '../render/maths.js';
import type { MeshBuilder } from '../render/mesh-builder.js';
import type { HairColours, SkinColours } from './colours.js';
import type { FaceShape } from './face-shape.js';
import type { HeadSurface } from './head-surface.js';

/** A person being built: what all parts read, and the mesh that they add to. */
export interface Figure {
  readonly rig: Rig;
  readonly mesh: MeshBuilder;
  readonly headFrame: Frame;
  readonly bodyFrame: Frame;
  readonly face: FaceShape;
  readonly headSurface: HeadSurface;
  readonly skin: SkinColours;
  readonly hair: HairColours;
  readonly beard: HairColours;
  /** Direction of the gaze in head space. */
  readonly gaze: Vec3;
}
