import { test } from 'vitest';
import { describeTfjs } from './describe-tfjs.test-support.js';

// The native library is fetched from outside npm when it is installed: `AVATAR_TEST_TFJS_NODE=1` on machines that have it,
// `AVATAR_TEST_TFJS_NODE=gpu` on those with a graphics card.
const asked = process.env['AVATAR_TEST_TFJS_NODE'];
if (asked) describeTfjs(asked === 'gpu' ? 'node-gpu' : 'node');
else test.skip('AVATAR_TEST_TFJS_NODE is not set: the native back-ends are not tested', () => undefined);
