import type { FastifyError, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/index.js';

/** What is in a file of a form. */
export type FormFile = Uint8Array;

/** How a form of some API becomes the body that its JSON would be. */
export interface FormShape {
  readonly files: 'one' | 'many';
  /** Names that a file's field may have. */
  readonly fileFields: readonly string[];
  /** Fields that are numbers. What is no number stays text, and the schema says so. */
  readonly numbers: readonly string[];
  /** Fields that are `true` or `false`. */
  readonly booleans: readonly string[];
  /** A field that may come several times, with `files: 'many'`. */
  readonly repeated?: string;
  readonly body: (
    files: readonly FormFile[],
    fields: Readonly<Record<string, unknown>>,
    repeated: readonly string[],
  ) => Record<string, unknown>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes `multipart/form-data` too. */
    form?: FormShape;
  }
}

export interface MultipartLimits {
  readonly maxFileBytes: number;
  readonly maxFiles: number;
}

/** Fields beside the files; more than any route has. */
const MAX_FIELDS = 40;

/** Puts a form's fields and files where the JSON body would be, so that one schema checks both. Files stay in memory. */
export async function multipartBody(
  request: FastifyRequest,
  { maxFileBytes, maxFiles }: MultipartLimits,
): Promise<void> {
  const shape = request.routeOptions.config.form;
  if (shape === undefined || !request.isMultipart()) return;
  request.body = await parsedForm(request, shape, { maxFileBytes, maxFiles }).catch((error: unknown) => {
    // The parser's own errors have no status, such as that of a form without a boundary.
    if (error instanceof ApiError || typeof (error as FastifyError).statusCode === 'number') throw error;
    throw new ApiError('invalid-request', 'The form is malformed', { cause: error });
  });
}

async function parsedForm(
  request: FastifyRequest,
  shape: FormShape,
  { maxFileBytes, maxFiles }: MultipartLimits,
): Promise<Record<string, unknown>> {
  const files: FormFile[] = [];
  const repeated: string[] = [];
  const fields: Record<string, unknown> = {};
  const limits = {
    fileSize: maxFileBytes,
    files: shape.files === 'one' ? 1 : maxFiles,
    fields: MAX_FIELDS + maxFiles,
  };
  for await (const part of request.parts({ limits }))
    if (part.type === 'file') {
      if (!shape.fileFields.includes(part.fieldname))
        throw new ApiError('invalid-request', `Expected the file in a field named ${shape.fileFields[0]}`);
      files.push(await part.toBuffer());
    } else if (part.fieldname === shape.repeated) repeated.push(String(part.value));
    else fields[part.fieldname] = fieldValue(shape, part.fieldname, part.value);
  return shape.body(files, fields, repeated);
}

/** Fields of a form are text. */
function fieldValue({ numbers, booleans }: FormShape, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (numbers.includes(name) && value.trim() !== '' && !Number.isNaN(Number(value))) return Number(value);
  if (booleans.includes(name) && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
