type Json = Record<string, unknown>;

/** Operations that take `multipart/form-data` beside JSON, and whether it has many files. */
const FORMS: Readonly<Record<string, 'one' | 'many'>> = {
  generateAvatar: 'one',
  validatePhoto: 'one',
  generateBatch: 'many',
};

const FILE = {
  type: 'string',
  contentMediaType: 'application/octet-stream',
  description: 'JPEG, PNG, WebP, AVIF or GIF file',
};

/** Says in the document what one schema says twice: as JSON without a file, and as a form with one. */
export function withForms(document: Json): Json {
  const schemas = ((document.components as Json).schemas ?? {}) as Record<string, Json>;
  for (const operation of operationsOf(document)) {
    const mode = FORMS[String(operation.operationId)];
    if (mode === undefined) continue;
    const content = (operation.requestBody as Json).content as Record<string, Json>;
    const json = resolved(content['application/json'].schema as Json, schemas);
    content['multipart/form-data'] = { schema: formSchema(json, mode) };
  }
  for (const schema of Object.values(schemas)) withoutFile(schema);
  return document;
}

function* operationsOf(document: Json): Generator<Json> {
  for (const path of Object.values(document.paths as Record<string, Record<string, Json>>))
    yield* Object.values(path);
}

function formSchema({ properties, required = [] }: Json, mode: 'one' | 'many'): Json {
  const {
    image_base64: _base64,
    image: _image,
    items: _items,
    ...fields
  } = properties as Record<string, Json>;
  const files = mode === 'one' ? { image: FILE } : { images: { type: 'array', items: FILE } };
  return {
    type: 'object',
    properties: { ...files, ...fields },
    required: [
      ...(mode === 'many' ? ['images'] : []),
      ...(required as string[]).filter((name) => name in fields),
    ],
  };
}

const resolved = (schema: Json, schemas: Record<string, Json>): Json =>
  typeof schema.$ref === 'string' ? schemas[schema.$ref.replace(/^.*\//, '')] : schema;

/** The place in the body where an uploaded file is put is no part of the JSON. */
function withoutFile(schema: Json): void {
  const properties = schema.properties as Record<string, Json> | undefined;
  if (properties === undefined) return;
  if (JSON.stringify(properties.image) === '{}') delete properties.image;
  const items = properties.items?.items as Json | undefined;
  if (items !== undefined) withoutFile(items);
}
