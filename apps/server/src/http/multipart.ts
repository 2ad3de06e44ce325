import { AvatarError } from '@avatar/stage';
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
  /** Most files, with `files: 'many'`. Default: the limit of the server. */
  readonly maxFiles?: number;
  /**
   * Takes a file as it comes, so that not all of them are in memory at once; what it gives stands in its place. A file may
   * be as large as all of them together then. Default: files stay in memory.
   */
  readonly keep?: (request: FastifyRequest, field: string, file: FormFile) => Promise<unknown>;
  readonly body: (
    files: readonly unknown[],
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
  /** All files of one form together. */
  readonly maxFormBytes: number;
  readonly maxFiles: number;
}

/** Fields beside the files; more than any route has. */
const MAX_FIELDS = 40;

/** Puts a form's fields and files where the JSON body would be, so that one schema checks both. Files stay in memory. */
export async function multipartBody(request: FastifyRequest, limits: MultipartLimits): Promise<void> {
  const shape = request.routeOptions.config.form;
  if (shape === undefined || !request.isMultipart()) return;
  request.body = await parsedForm(request, shape, limits).catch((error: unknown) => {
    if ((error as FastifyError).code === 'FST_FILES_LIMIT')
      throw new ApiError(
        'invalid-request',
        `A form of this kind has at most ${mostFiles(shape, limits)} files`,
      );
    if (error instanceof KeepingFailed) throw error.cause;
    // The parser's own errors have no status, such as that of a form without a boundary.
    if (
      error instanceof ApiError ||
      AvatarError.is(error) ||
      typeof (error as FastifyError).statusCode === 'number'
    )
      throw error;
    throw new ApiError('invalid-request', 'The form is malformed', { cause: error });
  });
}

async function parsedForm(
  request: FastifyRequest,
  shape: FormShape,
  { maxFileBytes, maxFormBytes, maxFiles }: MultipartLimits,
): Promise<Record<string, unknown>> {
  const files: unknown[] = [];
  let bytes = 0;
  const repeated: string[] = [];
  const fields: Record<string, unknown> = {};
  const limits = {
    fileSize: shape.keep ? maxFormBytes : maxFileBytes,
    files: mostFiles(shape, { maxFiles }),
    fields: MAX_FIELDS + maxFiles,
  };
  for await (const part of request.parts({ limits }))
    if (part.type === 'file') {
      if (!shape.fileFields.includes(part.fieldname))
        throw new ApiError('invalid-request', `Expected the file in a field named ${shape.fileFields[0]}`);
      const file = await part.toBuffer();
      bytes += file.byteLength;
      if (bytes > maxFormBytes)
        throw new ApiError(
          'payload-too-large',
          `The files of a form have at most ${maxFormBytes} bytes together`,
        );
      files.push(shape.keep ? await kept(shape.keep(request, part.fieldname, file)) : file);
    } else if (part.fieldname === shape.repeated) repeated.push(String(part.value));
    else fields[part.fieldname] = fieldValue(shape, part.fieldname, part.value);
  return shape.body(files, fields, repeated);
}

/** What went wrong where files are kept, which is not the fault of the form. */
class KeepingFailed extends Error {}

const kept = (keeping: Promise<unknown>): Promise<unknown> =>
  keeping.catch((cause: unknown) => {
    throw new KeepingFailed('The file could not be kept', { cause });
  });

const mostFiles = (
  { files, maxFiles: ownMost }: FormShape,
  { maxFiles }: Pick<MultipartLimits, 'maxFiles'>,
): number => (files === 'one' ? 1 : (ownMost ?? maxFiles));

/** A number as people write it. */
const NUMBER = /^\s*-?\d+(\.\d+)?(e-?\d+)?\s*$/i;

/** Fields of a form are text. */
function fieldValue({ numbers, booleans }: FormShape, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (numbers.includes(name) && NUMBER.test(value)) return Number(value);
  if (booleans.includes(name) && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
