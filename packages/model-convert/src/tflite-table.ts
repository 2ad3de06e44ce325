import type { ByteBuffer } from 'flatbuffers';

const FIRST_VTABLE_ENTRY = 4;
const VTABLE_ENTRY_BYTES = 2;
const OFFSET_BYTES = 4;

/** A table of a FlatBuffer. Fields are addressed by their number in the schema; absent ones have the schema's default. */
export class TfliteTable {
  readonly #buffer: ByteBuffer;
  readonly #position: number;

  private constructor(buffer: ByteBuffer, position: number) {
    this.#buffer = buffer;
    this.#position = position;
  }

  static root(buffer: ByteBuffer): TfliteTable {
    return new TfliteTable(buffer, buffer.readInt32(buffer.position()) + buffer.position());
  }

  byte(field: number, byDefault = 0): number {
    const at = this.#at(field);
    return at === undefined ? byDefault : this.#buffer.readInt8(at);
  }

  int(field: number, byDefault = 0): number {
    const at = this.#at(field);
    return at === undefined ? byDefault : this.#buffer.readInt32(at);
  }

  float(field: number, byDefault = 0): number {
    const at = this.#at(field);
    return at === undefined ? byDefault : this.#buffer.readFloat32(at);
  }

  flag(field: number): boolean {
    return this.byte(field) !== 0;
  }

  text(field: number): string {
    return Buffer.from(this.bytes(field)).toString('utf8');
  }

  /** A vector of bytes, as a view; empty if absent. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.#vector(field);
    return this.#buffer.bytes().subarray(start, start + length);
  }

  ints(field: number): number[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, i) => this.#buffer.readInt32(start + i * OFFSET_BYTES));
  }

  tables(field: number): TfliteTable[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, i) => this.#tableAt(start + i * OFFSET_BYTES));
  }

  /** A table field or the value of a union; undefined if absent. */
  table(field: number): TfliteTable | undefined {
    const at = this.#at(field);
    return at === undefined ? undefined : this.#tableAt(at);
  }

  #at(field: number): number | undefined {
    const entry = FIRST_VTABLE_ENTRY + field * VTABLE_ENTRY_BYTES;
    const offset = this.#buffer.__offset(this.#position, entry);
    return offset === 0 ? undefined : this.#position + offset;
  }

  #tableAt(position: number): TfliteTable {
    return new TfliteTable(this.#buffer, this.#buffer.__indirect(position));
  }

  #vector(field: number): { readonly start: number; readonly length: number } {
    const at = this.#at(field);
    if (at === undefined) return { start: 0, length: 0 };
    return { start: this.#buffer.__vector(at), length: this.#buffer.__vector_len(at) };
  }
}
