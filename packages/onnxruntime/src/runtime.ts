import { createRequire } from 'node:module';
import type * as Runtime from 'onnxruntime-common';

const require = createRequire(import.meta.url);
const platform = `${process.platform}-${process.arch}`;

/**
 * The program's own copy goes first: two in one process conflict, and only that one can have the CUDA provider.
 * The other one has the same files without an install step, for this platform alone.
 */
const CANDIDATES = ['onnxruntime-node', `@avatar/onnxruntime-${platform}`];

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** What `onnxruntime-node` has beside the interface that all of ONNX Runtime's packages share. */
type NodeRuntime = typeof Runtime & {
  readonly listSupportedBackends: () => readonly { readonly name: string; readonly bundled: boolean }[];
};

function loadRuntime(): NodeRuntime {
  const installed = CANDIDATES.find(isInstalled);
  if (installed === undefined)
    throw new Error(
      `ONNX Runtime is not installed for ${platform}: neither ${CANDIDATES.join(' nor ')} was found. ` +
        'Install again without --omit=optional, or see the README of @avatar/onnxruntime for the platforms there are',
    );
  return require(installed) as NodeRuntime;
}

/** As documented for `onnxruntime-node`. Loaded with this module. */
export const { InferenceSession, Tensor, listSupportedBackends, env } = loadRuntime();
export type InferenceSession = Runtime.InferenceSession;
export type Tensor = Runtime.Tensor;
