import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { modelUnavailable } from '@avatar/models';
import { type RunningTensorFlow, startTensorFlow, type TfjsOptions } from '@avatar/tfjs';
import type * as Library from '@vladmandic/face-api';

const require = createRequire(import.meta.url);
const PACKAGE = '@vladmandic/face-api';

/** face-api on TensorFlow.js, with the networks that were asked for so far. */
export interface Networks {
  readonly running: RunningTensorFlow;
  readonly library: typeof Library;
  /** Loads a network on its first use, from the files of face-api's own package. */
  readonly loaded: <Name extends NetworkName>(name: Name) => Promise<NetworkByName[Name]>;
  /** Frees the weights. */
  readonly dispose: () => Promise<void>;
}

export interface NetworkByName {
  readonly ssd: Library.SsdMobilenetv1;
  readonly landmarks68: Library.FaceLandmark68Net;
  readonly descriptor: Library.FaceRecognitionNet;
}
export type NetworkName = keyof NetworkByName;

/** @throws AvatarError `model-unavailable`, reason `not-installed` */
export async function startNetworks(options: TfjsOptions): Promise<Networks> {
  const running = await startTensorFlow(options);
  const library = loadLibrary(running);
  const folder = join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'model');
  const networks = new Map<NetworkName, Promise<NetworkByName[NetworkName]>>();
  const create = {
    ssd: () => new library.SsdMobilenetv1(),
    landmarks68: () => new library.FaceLandmark68Net(),
    descriptor: () => new library.FaceRecognitionNet(),
  };
  const load = async (name: NetworkName): Promise<NetworkByName[NetworkName]> => {
    const network = create[name]();
    await network.loadFromDisk(folder).catch((cause: unknown) => {
      throw modelUnavailable(`face-api ${name}`, 'file-missing', `its weights are not in ${PACKAGE}`, cause);
    });
    return network;
  };
  const loading = (name: NetworkName) => {
    const known = networks.get(name);
    if (known !== undefined) return known;
    const begun = load(name).catch((error: unknown) => {
      networks.delete(name);
      throw error;
    });
    networks.set(name, begun);
    return begun;
  };
  return {
    running,
    library,
    loaded: <Name extends NetworkName>(name: Name) => loading(name) as Promise<NetworkByName[Name]>,
    dispose: async () => {
      const ended = await Promise.allSettled(networks.values());
      networks.clear();
      for (const network of ended) if (network.status === 'fulfilled') network.value.dispose();
    },
  };
}

/** The build that brings no TensorFlow.js of its own and takes whichever back-end was started. */
function loadLibrary({ tf }: RunningTensorFlow): typeof Library {
  let library: typeof Library;
  try {
    library = require(`${PACKAGE}/dist/face-api.node-wasm.js`) as typeof Library;
  } catch (cause) {
    const line = `npm install ${PACKAGE}@1.7.15 @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0`;
    throw modelUnavailable('face-api', 'not-installed', `it could not be loaded; ${line}`, cause);
  }
  const theirs = (library as unknown as { readonly tf: typeof tf }).tf;
  if (theirs.engine() !== tf.engine())
    throw modelUnavailable(
      'face-api',
      'no-runtime',
      'two copies of @tensorflow/tfjs-core are installed, it uses the other one; "npm dedupe" removes it',
    );
  return library;
}
