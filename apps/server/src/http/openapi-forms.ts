type Json = Record<string, unknown>;

const FILE = {
  type: 'string',
  contentMediaType: 'application/octet-stream',
  description: 'JPEG, PNG, WebP, AVIF or GIF file',
};

const FILES = { type: 'array', items: FILE };
const ZIP = { ...FILE, description: 'ZIP file with the pictures, instead of `images`' };

interface Form {
  readonly files: Json;
  /** Files without which there is no request. */
  readonly required: readonly string[];
}

const ONE_PHOTO: Form = { files: { image: FILE }, required: [] };

/** Operations that take `multipart/form-data` beside JSON, and the files that it has. */
const FORMS: Readonly<Record<string, Form>> = {
  generateAvatar: ONE_PHOTO,
  validatePhoto: ONE_PHOTO,
  generateBatch: { files: { images: FILES }, required: ['images'] },
  createStyle: { files: { images: FILES, archive: ZIP, preview: FILE }, required: [] },
};

/** Fields of the JSON for which a form has files. */
const INSTEAD_OF_FILES = ['image_base64', 'image', 'items', 'image_urls', 'uploaded'];

/** Says in the document what one schema says twice: as JSON without a file, and as a form with one. */
export function withForms(document: Json): Json {
  const schemas = ((document.components as Json).schemas ?? {}) as Record<string, Json>;
  for (const operation of operationsOf(document)) {
    const form = FORMS[String(operation.operationId)] as Form | undefined;
    if (form === undefined) continue;
    const content = (operation.requestBody as Json).content as Record<string, Json>;
    const json = resolved(content['application/json'].schema as Json, schemas);
    content['multipart/form-data'] = { schema: formSchema(json, form) };
  }
  for (const schema of Object.values(schemas)) withoutFile(schema);
  return document;
}

function* operationsOf(document: Json): Generator<Json> {
  for (const path of Object.values(document.paths as Record<string, Record<string, Json>>))
    yield* Object.values(path);
}

function formSchema({ properties, required = [] }: Json, { files, required: needed }: Form): Json {
  const fields = Object.fromEntries(
    Object.entries(properties as Record<string, Json>).filter(([name]) => !INSTEAD_OF_FILES.includes(name)),
  );
  return {
    type: 'object',
    properties: { ...files, ...fields },
    required: [...needed, ...(required as string[]).filter((name) => name in fields)],
  };
}

const resolved = (schema: Json, schemas: Record<string, Json>): Json =>
  typeof schema.$ref === 'string' ? schemas[schema.$ref.replace(/^.*\//, '')] : schema;

/** The place in the body where an uploaded file is put is no part of the JSON. */
function withoutFile(schema: Json): void {
  const properties = schema.properties as Record<string, Json> | undefined;
  if (properties === undefined) return;
  if (JSON.stringify(properties.image) === '{}') delete properties.image;
  if (JSON.stringify(properties.uploaded) === '{}') delete properties.uploaded;
  const items = properties.items?.items as Json | undefined;
  if (items !== undefined) withoutFile(items);
}
