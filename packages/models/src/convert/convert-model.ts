import { dirname, posix } from 'node:path';
import type { ModelEntry } from '../manifest.js';
import { convertTfjsGraph, type GraphModel } from './tfjs-graph.js';

type Fetched = ReadonlyMap<string, Uint8Array>;

function fileNamed(fetched: Fetched, path: string): Uint8Array {
  const bytes = fetched.get(path);
  if (bytes === undefined) throw new Error(`The file ${path} was not fetched`);
  return bytes;
}

const besides =
  (fetched: Fetched, path: string) =>
  (name: string): Uint8Array =>
    fileNamed(fetched, posix.join(dirname(path), name));

const readJson = (fetched: Fetched, path: string): unknown =>
  JSON.parse(Buffer.from(fileNamed(fetched, path)).toString('utf8'));

/** Makes the one ONNX file of a model from its fetched files. The same files always give the same bytes. */
export function convertModel({ conversion, files }: ModelEntry, fetched: Fetched): Uint8Array {
  switch (conversion.kind) {
    case 'none':
      return fileNamed(fetched, files[0]!.path);
    case 'tfjs-graph': {
      const model = readJson(fetched, conversion.model) as GraphModel;
      return convertTfjsGraph(model, besides(fetched, conversion.model), conversion.outputs);
    }
    default:
      throw new Error(`No converter for ${conversion.kind}`);
  }
}
