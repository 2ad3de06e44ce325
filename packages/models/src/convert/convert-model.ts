import type { ModelEntry } from '../manifest.js';
import { makeInitialisersConstant } from './constant-initialisers.js';
import { convertFaceApiLandmarks68 } from './face-api-landmarks68.js';
import { convertFaceApiSsd } from './face-api-ssd.js';
import { base64ModulesBesides, besides, type FetchedFiles, fileNamed, textNamed } from './fetched-files.js';
import { readExportedLiteral } from './js-literal.js';
import { convertTfjsGraph } from './tfjs-graph.js';
import type { GraphModel } from './tfjs-graph-model.js';
import { convertTfjsLayers, type LayersModel } from './tfjs-layers.js';
import { convertTflite } from './tflite.js';
import type { WeightGroup } from './weight-manifest.js';

function convertModule(fetched: FetchedFiles, path: string, output: string): Uint8Array {
  const model = readExportedLiteral(textNamed(fetched, path)) as unknown as GraphModel | LayersModel;
  const readPath = base64ModulesBesides(fetched, path);
  if ('model_config' in model.modelTopology) return convertTfjsLayers(model as LayersModel, readPath, output);
  return convertTfjsGraph(model as GraphModel, readPath, { [output]: 'Identity' });
}

/** Makes the one ONNX file of a model from its fetched files. The same files always give the same bytes. */
export function convertModel({ conversion, files }: ModelEntry, fetched: FetchedFiles): Uint8Array {
  switch (conversion.kind) {
    case 'none':
      return fileNamed(fetched, files[0].path);
    case 'constant-initialisers':
      return makeInitialisersConstant(fileNamed(fetched, files[0].path));
    case 'tfjs-graph': {
      const model = JSON.parse(textNamed(fetched, conversion.model)) as GraphModel;
      return convertTfjsGraph(model, besides(fetched, conversion.model), conversion.outputs);
    }
    case 'tfjs-module':
      return convertModule(fetched, conversion.model, conversion.output);
    case 'tflite':
      return convertTflite(fileNamed(fetched, conversion.model), conversion.output);
    case 'face-api-ssd':
    case 'face-api-landmarks68': {
      const groups = JSON.parse(textNamed(fetched, conversion.manifest)) as readonly WeightGroup[];
      const convert = conversion.kind === 'face-api-ssd' ? convertFaceApiSsd : convertFaceApiLandmarks68;
      return convert(groups, besides(fetched, conversion.manifest));
    }
  }
}
