import { resolve } from 'node:path';
import { loadStyleFile, type Style } from '@avatar/styles';
import { Option } from 'commander';
import type { CliIo } from './cli-io.js';

export const styleFileOption = () =>
  new Option('--style-file <file>', 'a style of your own, as JSON; see the README of @avatar/styles');

/** The styles that the caller brings: at most one. */
export const stylesOfFile = async (file: string | undefined, io: CliIo): Promise<readonly Style[]> =>
  file === undefined ? [] : [await loadStyleFile(resolve(io.cwd, file))];
