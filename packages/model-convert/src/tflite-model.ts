import { ByteBuffer } from 'flatbuffers';
import { tensorSize } from '@avatar/models';
import { TfliteTable } from './tflite-table.js';
import type { Weight } from './weight-manifest.js';

// Field numbers of tensorflow/lite/schema/schema.fbs, version 3: a field's place in its table.
const MODEL = { operatorCodes: 1, subgraphs: 2, buffers: 4 };
const OPERATOR_CODE = { deprecatedBuiltinCode: 0, customCode: 1, builtinCode: 3 };
const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3 };
const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3, sparsity: 6 };
const BUFFER = { data: 0 };
const OPERATOR = { opcodeIndex: 0, inputs: 1, outputs: 2, builtinOptions: 4 };

const FILE_IDENTIFIER = 'TFL3';
const ELEMENT = { float32: 0, int32: 2 };

/** A tensor of the graph: a constant if it has `bytes`. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly elementType: number;
  readonly bytes: Uint8Array;
}

export interface TfliteOperator {
  /** Of the schema's `BuiltinOperator`. */
  readonly code: number;
  /** Name of an operator that is not built in; else empty. */
  readonly customCode: string;
  /** Indices of tensors; -1 for an optional one that is not there. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options: TfliteTable | undefined;
}

/** The first subgraph of a TFLite file. */
export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

function readTensor(table: TfliteTable, buffers: readonly TfliteTable[]): TfliteTensor {
  const name = table.text(TENSOR.name);
  if (table.table(TENSOR.sparsity)) throw new Error(`The tensor ${name} is stored sparsely`);
  return {
    name,
    shape: table.ints(TENSOR.shape),
    elementType: table.byte(TENSOR.type),
    bytes: buffers[table.int(TENSOR.buffer)].bytes(BUFFER.data),
  };
}

function readOperator(table: TfliteTable, codes: readonly TfliteTable[]): TfliteOperator {
  const code = codes[table.int(OPERATOR.opcodeIndex)];
  return {
    // Files for older readers say it in the deprecated byte, which holds the first 127 codes alone.
    code: Math.max(code.byte(OPERATOR_CODE.deprecatedBuiltinCode), code.int(OPERATOR_CODE.builtinCode)),
    customCode: code.text(OPERATOR_CODE.customCode),
    inputs: table.ints(OPERATOR.inputs),
    outputs: table.ints(OPERATOR.outputs),
    options: table.table(OPERATOR.builtinOptions),
  };
}

/** @throws Error if the bytes are no TFLite model of one subgraph */
export function readTfliteModel(bytes: Uint8Array): TfliteModel {
  const buffer = new ByteBuffer(bytes);
  if (!buffer.__has_identifier(FILE_IDENTIFIER)) throw new Error('The file is not a TFLite model');
  const model = TfliteTable.root(buffer);
  const subgraphs = model.tables(MODEL.subgraphs);
  if (subgraphs.length !== 1) throw new Error(`The model has ${subgraphs.length} subgraphs instead of one`);
  const buffers = model.tables(MODEL.buffers);
  const codes = model.tables(MODEL.operatorCodes);
  return {
    tensors: subgraphs[0].tables(SUBGRAPH.tensors).map((table) => readTensor(table, buffers)),
    operators: subgraphs[0].tables(SUBGRAPH.operators).map((table) => readOperator(table, codes)),
    inputs: subgraphs[0].ints(SUBGRAPH.inputs),
    outputs: subgraphs[0].ints(SUBGRAPH.outputs),
  };
}

/** The values of a constant tensor; undefined for a tensor that is computed. Integers are stored as floats. */
export function constantOf({ bytes, elementType, name, shape }: TfliteTensor): Weight | undefined {
  if (bytes.length === 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float32Array(tensorSize(shape));
  for (let i = 0; i < data.length; i++)
    if (elementType === ELEMENT.float32) data[i] = view.getFloat32(4 * i, true);
    else if (elementType === ELEMENT.int32) data[i] = view.getInt32(4 * i, true);
    else throw new Error(`The elements of the tensor ${name} are of the type ${elementType}`);
  return { data, shape };
}
