import protobuf from 'protobufjs/light.js';

type FieldTable = Readonly<Record<string, readonly [type: string, id: number, rule?: 'repeated']>>;

/** The part of onnx.proto (IR version 9) that the converter writes and reads, with the field numbers of the ONNX standard. */
const messages: Readonly<Record<string, FieldTable>> = {
  ModelProto: {
    irVersion: ['int64', 1],
    producerName: ['string', 2],
    graph: ['GraphProto', 7],
    opsetImport: ['OperatorSetIdProto', 8, 'repeated'],
  },
  OperatorSetIdProto: { domain: ['string', 1], version: ['int64', 2] },
  GraphProto: {
    node: ['NodeProto', 1, 'repeated'],
    name: ['string', 2],
    initializer: ['TensorProto', 5, 'repeated'],
    input: ['ValueInfoProto', 11, 'repeated'],
    output: ['ValueInfoProto', 12, 'repeated'],
    valueInfo: ['ValueInfoProto', 13, 'repeated'],
  },
  NodeProto: {
    input: ['string', 1, 'repeated'],
    output: ['string', 2, 'repeated'],
    opType: ['string', 4],
    attribute: ['AttributeProto', 5, 'repeated'],
  },
  AttributeProto: {
    name: ['string', 1],
    f: ['float', 2],
    i: ['int64', 3],
    s: ['bytes', 4],
    ints: ['int64', 8, 'repeated'],
    type: ['int32', 20],
  },
  TensorProto: {
    dims: ['int64', 1, 'repeated'],
    dataType: ['int32', 2],
    name: ['string', 8],
    rawData: ['bytes', 9],
  },
  ValueInfoProto: { name: ['string', 1], type: ['TypeProto', 2] },
  TypeProto: { tensorType: ['TensorTypeProto', 1] },
  TensorTypeProto: { elemType: ['int32', 1], shape: ['TensorShapeProto', 2] },
  TensorShapeProto: { dim: ['DimensionProto', 1, 'repeated'] },
  DimensionProto: { dimValue: ['int64', 1], dimParam: ['string', 2] },
};

function createModelType(): protobuf.Type {
  const root = new protobuf.Root();
  for (const [name, fields] of Object.entries(messages)) {
    const type = new protobuf.Type(name);
    for (const [field, [fieldType, id, rule]] of Object.entries(fields))
      type.add(new protobuf.Field(field, id, fieldType, rule));
    root.add(type);
  }
  return root.lookupType('ModelProto');
}

let modelType: protobuf.Type | undefined;

/** Serialises an ONNX model given as a plain object of the schema's fields. */
export function encodeOnnxModel(model: object): Uint8Array {
  modelType ??= createModelType();
  return modelType.encode(modelType.fromObject(model)).finish();
}

/** The same, read. Fields that the schema leaves out are skipped. */
export function decodeOnnxModel(bytes: Uint8Array): Record<string, unknown> {
  modelType ??= createModelType();
  return modelType.toObject(modelType.decode(bytes), { longs: Number, arrays: true });
}
