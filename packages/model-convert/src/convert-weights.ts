import type { FetchedFiles, WeightsConversion } from '@avatar/models';
import { makeInitialisersConstant } from './constant-initialisers.js';
import { convertFaceApiLandmarks68 } from './face-api-landmarks68.js';
import { convertFaceApiSsd } from './face-api-ssd.js';
import { base64ModulesBesides, besides, fileNamed, textNamed } from './fetched-files.js';
import { convertModnet } from './modnet/index.js';
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

/**
 * Makes the one ONNX file of a model from its fetched files. The same files always give the same bytes.
 *
 * @param fetched by their path inside the package; those of other models do not matter
 * @throws Error for a file that is missing, damaged or uses an operation that is not known here
 */
export function convertWeights(conversion: WeightsConversion, fetched: FetchedFiles): Uint8Array {
  switch (conversion.kind) {
    case 'constant-initialisers':
      return makeInitialisersConstant(fileNamed(fetched, conversion.model));
    case 'tfjs-graph': {
      const model = JSON.parse(textNamed(fetched, conversion.model)) as GraphModel;
      return convertTfjsGraph(model, besides(fetched, conversion.model), conversion.outputs);
    }
    case 'tfjs-module':
      return convertModule(fetched, conversion.model, conversion.output);
    case 'modnet':
      return convertModnet(fileNamed(fetched, conversion.model));
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
