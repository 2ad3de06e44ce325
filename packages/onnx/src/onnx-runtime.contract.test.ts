import { describeInferenceBackend } from '@avatar/testing';
import { multiplyingNetwork } from './multiplying-network.test-support.js';
import { onnxRuntime } from './onnx-runtime.js';

describeInferenceBackend('ONNX Runtime', async () => ({
  backend: onnxRuntime(),
  multiplying: multiplyingNetwork,
  broken: Buffer.from('no network at all'),
}));
