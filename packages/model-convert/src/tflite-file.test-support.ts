import { Builder } from 'flatbuffers';

/** Fields of a table by their number in the schema. */
interface OptionFields {
  readonly bytes?: Readonly<Record<number, number>>;
  readonly ints?: Readonly<Record<number, number>>;
  readonly floats?: Readonly<Record<number, number>>;
}

interface WrittenTensor {
  readonly shape: readonly number[];
  /** Of the schema's `TensorType`. Default: float32 for floats, int32 for others. */
  readonly elementType?: number;
  readonly data?: Float32Array | Int32Array;
}

export interface WrittenOperator {
  readonly code: number;
  readonly customCode?: string;
  readonly inputs: readonly number[];
  readonly output: number;
  /** Of the schema's union `BuiltinOptions`. */
  readonly optionsType?: number;
  readonly options?: OptionFields;
}

/** A graph whose first tensor is the input and whose last tensor is the output. */
export interface WrittenModel {
  readonly tensors: readonly WrittenTensor[];
  readonly operators: readonly WrittenOperator[];
}

const MOST_FIELDS = 16;
const LAST_DEPRECATED_CODE = 127;

function offsets(builder: Builder, items: readonly number[]): number {
  builder.startVector(4, items.length, 4);
  for (const item of [...items].reverse()) builder.addOffset(item);
  return builder.endVector();
}

function integers(builder: Builder, items: readonly number[]): number {
  builder.startVector(4, items.length, 4);
  for (const item of [...items].reverse()) builder.addInt32(item);
  return builder.endVector();
}

function table(builder: Builder, fill: () => void): number {
  builder.startObject(MOST_FIELDS);
  fill();
  return builder.endObject();
}

function writeOptions(builder: Builder, { bytes = {}, ints = {}, floats = {} }: OptionFields): number {
  return table(builder, () => {
    for (const [field, value] of Object.entries(bytes)) builder.addFieldInt8(Number(field), value, 0);
    for (const [field, value] of Object.entries(ints)) builder.addFieldInt32(Number(field), value, 0);
    for (const [field, value] of Object.entries(floats)) builder.addFieldFloat32(Number(field), value, 0);
  });
}

function writeOperator(builder: Builder, operator: WrittenOperator, index: number): number {
  const inputs = integers(builder, operator.inputs);
  const outputs = integers(builder, [operator.output]);
  const options = operator.options && writeOptions(builder, operator.options);
  return table(builder, () => {
    builder.addFieldInt32(0, index, 0);
    builder.addFieldOffset(1, inputs, 0);
    builder.addFieldOffset(2, outputs, 0);
    if (options === undefined) return;
    builder.addFieldInt8(3, operator.optionsType ?? 0, 0);
    builder.addFieldOffset(4, options, 0);
  });
}

function writeOperatorCode(builder: Builder, { code, customCode }: WrittenOperator): number {
  const name = customCode === undefined ? 0 : builder.createString(customCode);
  return table(builder, () => {
    builder.addFieldInt8(0, Math.min(code, LAST_DEPRECATED_CODE), 0);
    builder.addFieldOffset(1, name, 0);
    builder.addFieldInt32(2, 1, 0);
    builder.addFieldInt32(3, code, 0);
  });
}

function writeTensor(builder: Builder, tensor: WrittenTensor, index: number): number {
  const shape = integers(builder, tensor.shape);
  const name = builder.createString(`tensor${index}`);
  return table(builder, () => {
    builder.addFieldOffset(0, shape, 0);
    builder.addFieldInt8(1, tensor.elementType ?? (tensor.data instanceof Int32Array ? 2 : 0), 0);
    builder.addFieldInt32(2, index + 1, 0);
    builder.addFieldOffset(3, name, 0);
  });
}

function writeBuffer(builder: Builder, data: WrittenTensor['data']): number {
  const bytes =
    data && builder.createByteVector(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return table(builder, () => {
    if (bytes !== undefined) builder.addFieldOffset(0, bytes, 0);
  });
}

/** Writes a TFLite file: an operator code an operator, a buffer a tensor behind the empty first one. */
export function writeTflite({ tensors, operators }: WrittenModel): Uint8Array {
  const builder = new Builder(1024);
  const buffers = [undefined, ...tensors.map(({ data }) => data)].map((data) => writeBuffer(builder, data));
  const subgraph = {
    tensors: offsets(
      builder,
      tensors.map((tensor, index) => writeTensor(builder, tensor, index)),
    ),
    inputs: integers(builder, [0]),
    outputs: integers(builder, [tensors.length - 1]),
    operators: offsets(
      builder,
      operators.map((operator, index) => writeOperator(builder, operator, index)),
    ),
  };
  const subgraphs = offsets(builder, [
    table(builder, () =>
      Object.values(subgraph).forEach((at, field) => builder.addFieldOffset(field, at, 0)),
    ),
  ]);
  const codes = offsets(
    builder,
    operators.map((operator) => writeOperatorCode(builder, operator)),
  );
  const bufferList = offsets(builder, buffers);
  const model = table(builder, () => {
    builder.addFieldInt32(0, 3, 0);
    builder.addFieldOffset(1, codes, 0);
    builder.addFieldOffset(2, subgraphs, 0);
    builder.addFieldOffset(4, bufferList, 0);
  });
  builder.finish(model, 'TFL3');
  return builder.asUint8Array().slice();
}
