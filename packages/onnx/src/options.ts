import type { ModelHubOptions } from '@avatar/models';
import { choiceOption, type Warning } from '@avatar/stage';

const EXECUTION_PROVIDERS = ['cpu', 'cuda', 'dml', 'coreml'] as const;

/** Where a model runs. Only `cpu` is part of every installation. */
export type ExecutionProvider = (typeof EXECUTION_PROVIDERS)[number];

export interface OnnxRuntimeOptions {
  /** In order of preference; one that is missing gives a warning and the next is used. Default: `['cpu']`. */
  readonly executionProviders?: readonly ExecutionProvider[];
  /** Told once about each execution provider that is missing. */
  readonly onWarning?: (warning: Warning) => void;
}

/** Options of `createModelHub`. */
export interface OnnxHubOptions extends ModelHubOptions, OnnxRuntimeOptions {}

/** @throws AvatarError `invalid-options` */
export function checkProviders(providers: readonly ExecutionProvider[]): readonly ExecutionProvider[] {
  for (const provider of providers) choiceOption('executionProviders', provider, EXECUTION_PROVIDERS);
  return providers;
}
