import { createPlane } from '@avatar/image';
import { MESH_POINTS, MESH_TRIANGLES } from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** Unit normals of the visible mesh on a grid: x right, y down, z to the viewer; 0 where there is no mesh. */
export interface MeshNormals {
  readonly x: Plane;
  readonly y: Plane;
  readonly z: Plane;
  /** Height towards the viewer in grid pixels, from an arbitrary level; 0 where there is no mesh. */
  readonly height: Plane;
  /** 1 on the mesh, 0 elsewhere. */
  readonly covered: Plane;
}

/** Mesh points in grid pixels with z towards the viewer. */
function gridPoints(landmarks: FaceLandmarks, shrinkFactor: number): Float32Array {
  const points = new Float32Array(landmarks.points.length);
  for (let i = 0; i < points.length; i += 3) {
    points[i] = landmarks.points[i] / shrinkFactor;
    points[i + 1] = landmarks.points[i + 1] / shrinkFactor;
    points[i + 2] = -landmarks.points[i + 2] / shrinkFactor;
  }
  return points;
}

/** Area-weighted vertex normals, turned to the viewer as a whole: the winding is the same all over the mesh. */
export function vertexNormals(points: Float32Array): Float32Array {
  const normals = new Float32Array(MESH_POINTS * 3);
  let towardsViewer = 0;
  for (let t = 0; t < MESH_TRIANGLES.length; t += 3) {
    const a = MESH_TRIANGLES[t] * 3;
    const b = MESH_TRIANGLES[t + 1] * 3;
    const c = MESH_TRIANGLES[t + 2] * 3;
    const ux = points[b] - points[a];
    const uy = points[b + 1] - points[a + 1];
    const uz = points[b + 2] - points[a + 2];
    const vx = points[c] - points[a];
    const vy = points[c + 1] - points[a + 1];
    const vz = points[c + 2] - points[a + 2];
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    towardsViewer += nz;
    for (const corner of [a, b, c]) {
      normals[corner] += nx;
      normals[corner + 1] += ny;
      normals[corner + 2] += nz;
    }
  }
  const sign = towardsViewer < 0 ? -1 : 1;
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.hypot(normals[i], normals[i + 1], normals[i + 2]) || 1;
    for (let axis = 0; axis < 3; axis++) normals[i + axis] *= sign / length;
  }
  return normals;
}

/** Slack outside a triangle, so that no seams stay between neighbours. */
const SEAM = -0.02;

/** Draws the mesh's normals with a depth buffer. One grid pixel stands for `shrinkFactor` picture pixels. */
export function meshNormals(
  landmarks: FaceLandmarks,
  shrinkFactor: number,
  width: number,
  height: number,
): MeshNormals {
  const points = gridPoints(landmarks, shrinkFactor);
  const normals = vertexNormals(points);
  const drawn = {
    height: createPlane(width, height),
    x: createPlane(width, height),
    y: createPlane(width, height),
    z: createPlane(width, height),
    covered: createPlane(width, height),
  };
  for (let t = 0; t < MESH_TRIANGLES.length; t += 3) {
    const a = MESH_TRIANGLES[t] * 3;
    const b = MESH_TRIANGLES[t + 1] * 3;
    const c = MESH_TRIANGLES[t + 2] * 3;
    const [ax, ay, bx, by] = [points[a], points[a + 1], points[b], points[b + 1]];
    const [cx, cy] = [points[c], points[c + 1]];
    const area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
    if (Math.abs(area) < 1e-6) continue;
    const left = Math.max(0, Math.floor(Math.min(ax, bx, cx)));
    const right = Math.min(width - 1, Math.ceil(Math.max(ax, bx, cx)));
    const top = Math.max(0, Math.floor(Math.min(ay, by, cy)));
    const bottom = Math.min(height - 1, Math.ceil(Math.max(ay, by, cy)));
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const dx = x + 0.5 - cx;
        const dy = y + 0.5 - cy;
        const wa = ((by - cy) * dx + (cx - bx) * dy) / area;
        const wb = ((cy - ay) * dx + (ax - cx) * dy) / area;
        const wc = 1 - wa - wb;
        if (wa < SEAM || wb < SEAM || wc < SEAM) continue;
        const i = y * width + x;
        const z = wa * points[a + 2] + wb * points[b + 2] + wc * points[c + 2];
        if (drawn.covered.data[i] > 0 && z <= drawn.height.data[i]) continue;
        drawn.height.data[i] = z;
        drawn.covered.data[i] = 1;
        drawn.x.data[i] = wa * normals[a] + wb * normals[b] + wc * normals[c];
        drawn.y.data[i] = wa * normals[a + 1] + wb * normals[b + 1] + wc * normals[c + 1];
        drawn.z.data[i] = wa * normals[a + 2] + wb * normals[b + 2] + wc * normals[c + 2];
      }
  }
  return drawn;
}
