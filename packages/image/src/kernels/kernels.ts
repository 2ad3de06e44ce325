import type { Plane } from '@avatar/stage';
import { KERNELS_BASE64 } from './kernels.wasm.js';

/** A plane in the kernels' memory. Its rows are padded to whole fours of f32, and so is the number of rows. */
export interface Grid {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

type AffineArgs = [xx: number, xy: number, x0: number, yx: number, yy: number, y0: number];

/** The exports of `kernels/index.ts`, which says what they do. Grids and room to work in are given by their address. */
interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  // prettier-ignore
  leastAround(source: number, target: number, width: number, height: number, radius: number, scratch: number): void;
  // prettier-ignore
  greatestAround(source: number, target: number, width: number, height: number, radius: number, scratch: number): void;
  binomial(source: number, target: number, width: number, height: number, gap: number, scratch: number): void;
  // prettier-ignore
  boxBlur(source: number, target: number, width: number, height: number, radius: number, edge: number, passes: number, scratch: number): void;
  // prettier-ignore
  enlarge(source: number, fromWidth: number, fromHeight: number, target: number, width: number, height: number, step: number, scratch: number): void;
  multiply(a: number, b: number, target: number, count: number): void;
  // prettier-ignore
  fitLines(meanGuide: number, meanInput: number, squares: number, products: number, slope: number, offset: number, count: number, epsilon: number): void;
  applyLines(guide: number, slope: number, target: number, count: number): void;
  // prettier-ignore
  coverage(width: number, height: number, ...args: [...AffineArgs, scale: number, target: number, targetWidth: number, targetHeight: number]): void;
  // prettier-ignore
  sampleCubic(picture: number, width: number, height: number, ...args: [...AffineArgs, red: number, green: number, blue: number, targetWidth: number, targetHeight: number, scratch: number]): void;
  // prettier-ignore
  quantise(red: number, green: number, blue: number, alpha: number, width: number, height: number, target: number, noise: number, starts: number, exact: number): void;
  // prettier-ignore
  resampleRows(source: number, fromWidth: number, height: number, target: number, width: number, firsts: number, weights: number, taps: number): void;
  // prettier-ignore
  resampleColumns(source: number, width: number, target: number, height: number, firsts: number, weights: number, taps: number): void;
  shrink(source: number, target: number, width: number, height: number, factor: number, sums: number): void;
  // prettier-ignore
  warp(source: number, width: number, height: number, ...args: [...AffineArgs, target: number, targetWidth: number, targetHeight: number]): void;
}

/** The part of the platform's WebAssembly that is used here; Node.js has it, its types do not. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

const PAGE_BYTES = 65536;
/** Memory cannot shrink, so an instance that has grown beyond this is given up after the call. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Nothing is placed at address 0, and everything at multiples of a cache line. */
const ALIGNMENT_BYTES = 64;

let compiled: object | undefined;
let kept: KernelMemory | undefined;

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/** Values between the starts of two rows of a grid. */
export const gridStride = (width: number): number => roundUp(width, 4);

/** Values of a grid, padding and all. */
export const gridLength = ({ width, height }: Grid): number => gridStride(width) * roundUp(height, 4);

/** An instance of the kernels with a stack of grids in its memory, which is emptied after every call. */
export class KernelMemory {
  readonly kernels: Kernels;
  #top = ALIGNMENT_BYTES;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(KERNELS_BASE64, 'base64'));
    this.kernels = new WebAssembly.Instance(compiled).exports as Kernels;
  }

  /** Address of `bytes` bytes whose content means nothing. */
  reserve(bytes: number): number {
    const at = this.#top;
    this.#top = roundUp(at + bytes, ALIGNMENT_BYTES);
    const { memory } = this.kernels;
    const missing = this.#top - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    return at;
  }

  createGrid(width: number, height: number): Grid {
    return { at: this.reserve(4 * gridStride(width) * roundUp(height, 4)), width, height };
  }

  /** Copies a table in. Returns its address. */
  placeTable(table: Int32Array | Float32Array): number {
    const at = this.reserve(table.byteLength);
    const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
    new Uint8Array(this.kernels.memory.buffer).set(bytes, at);
    return at;
  }

  /** Copies a plane in. */
  place({ data, width, height }: Plane): Grid {
    const grid = this.createGrid(width, height);
    const stride = gridStride(width);
    const values = new Float32Array(this.kernels.memory.buffer, grid.at);
    if (stride === width) values.set(data);
    else for (let y = 0; y < height; y++) values.set(data.subarray(y * width, (y + 1) * width), y * stride);
    return grid;
  }

  /** Copies a grid out. */
  take({ at, width, height }: Grid): Plane {
    const stride = gridStride(width);
    const values = new Float32Array(this.kernels.memory.buffer, at, stride * height);
    if (stride === width) return { data: values.slice(), width, height };
    const data = new Float32Array(width * height);
    for (let y = 0; y < height; y++) data.set(values.subarray(y * stride, y * stride + width), y * width);
    return { data, width, height };
  }

  /** Copies bytes out. */
  takeBytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.kernels.memory.buffer, at, length).slice();
  }

  clear(): void {
    this.#top = ALIGNMENT_BYTES;
  }

  get sizeBytes(): number {
    return this.kernels.memory.buffer.byteLength;
  }
}

/** Runs `work` in the kernels' memory. Grids are gone afterwards: what is to stay must be taken out. */
export function inKernels<T>(work: (memory: KernelMemory) => T): T {
  const memory = (kept ??= new KernelMemory());
  try {
    return work(memory);
  } finally {
    memory.clear();
    if (memory.sizeBytes > KEPT_BYTES) kept = undefined;
  }
}
