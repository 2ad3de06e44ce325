import type { EngineUse, PortraitEngine } from '@avatar/engine';

/** One call of a generative engine. */
export interface EngineCall extends EngineUse {
  /** Id of the engine. */
  readonly engine: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** How far it was asked to go from the photo, in (0, 1]. */
  readonly strength: number;
  /** Wall-clock milliseconds until the picture was here. */
  readonly durationMs: number;
}

/** What an engine is called among the models of a run. */
export const modelIdOf = ({ id }: PortraitEngine): string => `engine:${id}`;
