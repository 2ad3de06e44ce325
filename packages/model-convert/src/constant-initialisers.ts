import protobuf from 'protobufjs/light.js';

const MODEL_GRAPH_FIELD = 7;
const GRAPH_INITIALIZER_FIELD = 5;
const GRAPH_INPUT_FIELD = 11;
const TENSOR_NAME_FIELD = 8;
const VALUE_NAME_FIELD = 1;

interface Field {
  readonly id: number;
  /** The whole field as it stands, tag included. */
  readonly bytes: Uint8Array;
  /** The field's content; empty for fields without a length. */
  readonly content: Uint8Array;
}

const LENGTH_DELIMITED = 2;

/** Splits a protobuf message into its top-level fields without interpreting them. */
function fieldsOf(message: Uint8Array): Field[] {
  const reader = protobuf.Reader.create(message);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const tag = reader.uint32();
    const isDelimited = (tag & 7) === LENGTH_DELIMITED;
    const content = isDelimited ? reader.bytes() : new Uint8Array();
    if (!isDelimited) reader.skipType(tag & 7);
    fields.push({ id: tag >>> 3, bytes: message.subarray(start, reader.pos), content });
  }
  return fields;
}

function nameIn(message: Uint8Array, nameField: number): string | undefined {
  const field = fieldsOf(message).find(({ id }) => id === nameField);
  return field && new TextDecoder().decode(field.content);
}

function concatenate(fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

function withoutInitializerInputs(graph: Uint8Array): Uint8Array {
  const fields = fieldsOf(graph);
  const initializers = new Set(
    fields
      .filter(({ id }) => id === GRAPH_INITIALIZER_FIELD)
      .map(({ content }) => nameIn(content, TENSOR_NAME_FIELD)),
  );
  const kept = fields.filter(
    ({ id, content }) => id !== GRAPH_INPUT_FIELD || !initializers.has(nameIn(content, VALUE_NAME_FIELD)),
  );
  return concatenate(kept.map(({ bytes }) => bytes));
}

/**
 * Older exporters list every weight as an input of the graph too, which forbids the runtime to treat it as a constant
 * and to fold normalisations into convolutions. Takes those inputs out; every other byte stays.
 */
export function makeInitialisersConstant(model: Uint8Array): Uint8Array {
  const parts = fieldsOf(model).map(({ id, bytes, content }) => {
    if (id !== MODEL_GRAPH_FIELD) return bytes;
    const graph = withoutInitializerInputs(content);
    const header = protobuf.Writer.create()
      .uint32((MODEL_GRAPH_FIELD << 3) | LENGTH_DELIMITED)
      .uint32(graph.length)
      .finish();
    return concatenate([header, graph]);
  });
  return concatenate(parts);
}
