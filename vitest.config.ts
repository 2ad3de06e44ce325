import { defineConfig } from 'vitest/config';
import { workspaceTests } from './tooling/vitest.js';

export default defineConfig(workspaceTests);
