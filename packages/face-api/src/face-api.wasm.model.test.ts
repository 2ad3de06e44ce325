import { describeFaceApi } from './describe-face-api.test-support.js';

describeFaceApi('wasm');
