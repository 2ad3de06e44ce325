import type { FastifyError, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/index.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes `multipart/form-data` too: one file, or many that become `items`. */
    multipart?: 'one' | 'many';
  }
}

const NUMBERS = new Set(['seed', 'size', 'style_intensity', 'min_likeness', 'min_face_coverage']);
const BOOLEANS = new Set(['cache_input']);

export interface MultipartLimits {
  readonly maxFileBytes: number;
  readonly maxFiles: number;
}

/** Puts a form's fields and files where the JSON body would be, so that one schema checks both. Files stay in memory. */
export async function multipartBody(
  request: FastifyRequest,
  { maxFileBytes, maxFiles }: MultipartLimits,
): Promise<void> {
  const mode = request.routeOptions.config.multipart;
  if (mode === undefined || !request.isMultipart()) return;
  request.body = await parsedForm(request, mode, { maxFileBytes, maxFiles }).catch((error: unknown) => {
    // The parser's own errors have no status, such as that of a form without a boundary.
    if (error instanceof ApiError || typeof (error as FastifyError).statusCode === 'number') throw error;
    throw new ApiError('invalid-request', 'The form is malformed', { cause: error });
  });
}

async function parsedForm(
  request: FastifyRequest,
  mode: 'one' | 'many',
  { maxFileBytes, maxFiles }: MultipartLimits,
): Promise<Record<string, unknown>> {
  const files: Uint8Array[] = [];
  const references: string[] = [];
  const fields: Record<string, unknown> = {};
  const limits = { fileSize: maxFileBytes, files: mode === 'one' ? 1 : maxFiles, fields: 40 + maxFiles };
  for await (const part of request.parts({ limits }))
    if (part.type === 'file') {
      // Whoever uploads names the field; what the file is called says nothing about it, and is not looked at.
      if (part.fieldname !== 'image' && part.fieldname !== 'images')
        throw new ApiError('invalid-request', 'Expected the file in a field named image');
      files.push(await part.toBuffer());
    } else if (mode === 'many' && part.fieldname === 'reference') references.push(String(part.value));
    else fields[part.fieldname] = fieldValue(part.fieldname, part.value);
  return mode === 'one'
    ? { ...fields, ...(files.length > 0 && { image: files[0] }) }
    : {
        ...fields,
        items: files.map((image, index) => ({ image, reference: references[index] || undefined })),
      };
}

/** Fields of a form are text. What is no number stays text, and the schema says so. */
function fieldValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (NUMBERS.has(name) && value.trim() !== '' && !Number.isNaN(Number(value))) return Number(value);
  if (BOOLEANS.has(name) && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
