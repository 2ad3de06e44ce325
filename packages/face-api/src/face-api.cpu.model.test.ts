import { vi } from 'vitest';
import { describeFaceApi } from './describe-face-api.test-support.js';

// A pass of the detector takes a quarter of a minute in plain JavaScript.
vi.setConfig({ testTimeout: 300_000 });

describeFaceApi('cpu');
