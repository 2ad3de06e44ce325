import type { components } from './api.js';

type Schemas = components['schemas'];

/** A finished avatar. */
export type Avatar = Schemas['Avatar'];
export type Job = Schemas['Job'];
export type Batch = Schemas['Batch'];
/** What a photo is fit for, and what an avatar of it would cost. */
export type Validation = Schemas['Validation'];
export type Problem = Schemas['Problem'];

/** A person as data; see `@avatar/character`. */
export type Character = Schemas['Character'];
/** What words say about a person. */
export type Description = Schemas['Description'];
/** The picture of a person, and who was drawn. */
export type DrawnAvatar = Schemas['DrawnAvatar'];

/**
 * A photo: its bytes, an address that everybody can reach, or the `input_id` of one that the server keeps. Undefined
 * for a further request of a session.
 */
export type Photo = Blob | Uint8Array | { readonly url: string } | { readonly inputId: string } | undefined;

type PhotoFields = 'image_url' | 'image_base64' | 'input_id';
/** Options of an avatar, as the API names them. */
export type AvatarOptions = Partial<Omit<Schemas['GenerateRequest'], PhotoFields>>;
/** Options of one picture of a person. */
export type DrawOptions = Partial<Omit<Schemas['DrawRequest'], 'text' | 'character'>>;
export type ValidateOptions = Partial<Omit<Schemas['ValidateRequest'], PhotoFields>>;

/** How one call is made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * The same key and request get the same answer, and are charged once. Default: a new one for every call, so that a
   * repetition after a lost connection is safe.
   */
  readonly idempotencyKey?: string;
}

/** What a run tells: stages, then one of `result`, `error` and `cancelled`. */
export type AvatarEvent =
  | { readonly type: 'accepted'; readonly data: { readonly id: string } }
  | { readonly type: 'stage-start'; readonly data: StageData }
  | {
      readonly type: 'stage-warning';
      readonly data: StageData & { readonly warning: { readonly code: string; readonly message: string } };
    }
  | { readonly type: 'stage-end'; readonly data: StageData & { readonly duration_ms: number } }
  | {
      readonly type: 'attempt-end';
      readonly data: {
        readonly attempt: number;
        readonly style_intensity: number;
        readonly accepted: boolean;
        readonly decision: string;
        /** Absent where no network can judge it, as in a drawn character. */
        readonly likeness_score?: number;
      };
    }
  | { readonly type: 'run-end'; readonly data: { readonly duration_ms: number } }
  | { readonly type: 'result'; readonly data: Avatar }
  | { readonly type: 'error'; readonly data: Problem }
  | { readonly type: 'cancelled'; readonly data: { readonly id: string } };

interface StageData {
  readonly stage: string;
  /** 0 for the first attempt and for stages outside of attempts. */
  readonly attempt: number;
}
