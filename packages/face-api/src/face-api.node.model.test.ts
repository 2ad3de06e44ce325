import { test } from 'vitest';
import { describeFaceApi } from './describe-face-api.test-support.js';

// As in @avatar/tfjs: `AVATAR_TEST_TFJS_NODE=1` on machines that have the native library, `gpu` with a graphics card.
const asked = process.env['AVATAR_TEST_TFJS_NODE'];
if (asked) describeFaceApi(asked === 'gpu' ? 'node-gpu' : 'node');
else test.skip('AVATAR_TEST_TFJS_NODE is not set: the native back-ends are not tested', () => undefined);
