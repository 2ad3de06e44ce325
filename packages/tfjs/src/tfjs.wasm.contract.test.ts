import { describeTfjs } from './describe-tfjs.test-support.js';

describeTfjs('wasm');
