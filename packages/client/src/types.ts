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

/** A style of your own: how its making goes, what was understood of its examples, previews. */
export type OwnStyle = Schemas['OwnStyle'];
/** 50 to 200 pictures in one style: as files, behind addresses, or in one ZIP file. */
export type StyleExamples =
  | readonly (Blob | Uint8Array)[]
  | { readonly urls: readonly string[] }
  | { readonly archive: Blob | Uint8Array };
export interface StyleOptions extends Partial<Pick<Schemas['CreateStyleRequest'], 'name' | 'callback_url'>> {
  /** A photo that is shown in the style. Default: two portraits in the public domain. */
  readonly preview?: Blob | Uint8Array | { readonly url: string };
}

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

/** A photo that is spoken about in a conversation. */
export type ChatPhoto = Blob | Uint8Array | { readonly url: string };

/** What goes with a message. */
export interface ChatOptions {
  /** Name of the conversation, within your key. Default `default`. */
  readonly session_id?: string;
  /** Up to 4, of one person. */
  readonly photos?: readonly ChatPhoto[];
  /** Which of several pictures that were shown last is meant, from 1. Default: the wish they were made of. */
  readonly picture?: number;
  /** Who is drawn from now on: of `describe`, `draw` or an earlier answer. Not together with photos. */
  readonly character?: Character;
  /** `eco` is quicker and plainer. Default `max`. */
  readonly mode?: 'max' | 'eco';
  /** Your own name for the person, for seats and for their erasure. */
  readonly reference?: string;
}

/** The whole answer to a message. Branch on `status`: with `awaiting_input`, `clarification` asks something back. */
export type ChatAnswer = Schemas['ChatAnswer'];
export type ChatGeneration = ChatAnswer['generations'][number];

interface Execution {
  readonly execution_id: string;
  readonly model: string;
}

/** What a message brings about, in this order; the last event is `complete`, or `error` where the message was not answered. */
export type ChatEvent =
  | { readonly type: 'thinking_delta'; readonly content: string }
  | {
      readonly type: 'status';
      readonly message: string;
      readonly tool_name: string;
      /** The recipe of the picture. */
      readonly parameters: ChatAnswer['avatar']['recipe'];
    }
  | (Execution & { readonly type: 'execution_started' })
  | (Execution & {
      readonly type: 'execution_progress';
      /** The stage that begins; absent when one has ended. */
      readonly stage?: string;
      /** In [0, 1]. */
      readonly progress: number;
      readonly completed_steps: number;
      readonly total_steps: number;
    })
  | { readonly type: 'text_response'; readonly content: string }
  | {
      readonly type: 'clarification_needed';
      readonly question: string;
      readonly options: readonly string[];
      readonly context: string;
    }
  | (ChatGeneration & { readonly type: 'generation_response' })
  | (Execution & { readonly type: 'execution_completed'; readonly duration_ms: number })
  | (Omit<ChatAnswer, 'content'> & { readonly type: 'complete' })
  | Schemas['ChatError'];
