import { Material } from './materials.js';
import type { Vec3 } from './maths.js';
import type { Frame } from './frame.js';

/** A run of triangles with one name and material: what an exporter writes as a mesh of its own. */
export interface MeshPart {
  /** Such as `face`, `hair`, `collar`. Several parts may share a name. */
  readonly name: string;
  readonly material: Material;
  /** The bone that carries the part. */
  readonly frame: Frame;
  readonly firstVertex: number;
  readonly firstIndex: number;
  vertexCount: number;
  indexCount: number;
}

/** Positions are rounded to this, so that a last digit of a sine on another machine never shows. */
const GRAIN = 16384;
const round = (value: number): number => Math.round(value * GRAIN) / GRAIN;

/** Collects the triangles of a scene in growing typed arrays; three floats a vertex in each attribute. */
export class MeshBuilder {
  /** In the space of the picture, after the frame. */
  positions = new Float32Array(3 << 16);
  normals = new Float32Array(3 << 16);
  /** Linear RGB. */
  colours = new Float32Array(3 << 16);
  /** Direction of strands, for hair. */
  tangents = new Float32Array(3 << 16);
  /** Where the vertex lies in the part's own space, or its texture coordinates: the material decides. */
  rests = new Float32Array(3 << 16);
  materials = new Uint8Array(1 << 16);
  indices = new Uint32Array(6 << 16);
  vertexCount = 0;
  indexCount = 0;
  readonly parts: MeshPart[] = [];
  #frame: Frame | undefined;
  #material: Material = Material.Cloth;

  /** Everything that follows belongs to this part. */
  begin(name: string, material: Material, frame: Frame): this {
    this.#close();
    this.#frame = frame;
    this.#material = material;
    const { vertexCount: firstVertex, indexCount: firstIndex } = this;
    this.parts.push({ name, material, frame, firstVertex, firstIndex, vertexCount: 0, indexCount: 0 });
    return this;
  }

  finish(): this {
    this.#close();
    return this;
  }

  #close(): void {
    const part = this.parts.at(-1);
    if (part === undefined) return;
    part.vertexCount = this.vertexCount - part.firstVertex;
    part.indexCount = this.indexCount - part.firstIndex;
  }

  /** Position, normal, colour, tangent and rest in the part's space. Returns the vertex' number. */
  vertex(position: Vec3, normal: Vec3, colour: Vec3, tangent?: Vec3, rest: Vec3 = position): number {
    const index = this.vertexCount++;
    if (index >= this.materials.length) this.#growVertices();
    const at = index * 3;
    const frame = this.#frame as Frame;
    frame.placePoint(position, this.positions, at);
    frame.placeDirection(normal, this.normals, at);
    if (tangent) frame.placeDirection(tangent, this.tangents, at);
    for (let j = 0; j < 3; j++) {
      this.positions[at + j] = round(this.positions[at + j]);
      this.normals[at + j] = round(this.normals[at + j]);
      this.colours[at + j] = round(colour[j]);
      this.rests[at + j] = round(rest[j]);
    }
    this.materials[index] = this.#material;
    return index;
  }

  triangle(a: number, b: number, c: number): void {
    if (this.indexCount + 3 > this.indices.length) this.indices = grown(this.indices, Uint32Array);
    this.indices[this.indexCount++] = a;
    this.indices[this.indexCount++] = b;
    this.indices[this.indexCount++] = c;
  }

  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c);
    this.triangle(a, c, d);
  }

  #growVertices(): void {
    this.positions = grown(this.positions, Float32Array);
    this.normals = grown(this.normals, Float32Array);
    this.colours = grown(this.colours, Float32Array);
    this.tangents = grown(this.tangents, Float32Array);
    this.rests = grown(this.rests, Float32Array);
    this.materials = grown(this.materials, Uint8Array);
  }
}

interface TypedArray<T> {
  readonly length: number;
  set(values: T): void;
}
function grown<T extends TypedArray<T>>(values: T, Type: new (length: number) => T): T {
  const larger = new Type(values.length * 2);
  larger.set(values);
  return larger;
}
