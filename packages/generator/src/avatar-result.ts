import type { CharacterSpec } from '@avatar/character';
import type { Understood, Unsupported, UnsupportedReason, WordsFrom } from '@avatar/character-brief';
import type { CharacterFit } from '@avatar/character-fit';
import type { LookName } from '@avatar/character-draw';
import type { AttemptReport, Decision, Origin, RasterFormat, Warning } from '@avatar/stage';
import type { DrawnFormat } from './character/draw-options.js';
import type { EngineCall } from './engine/engine-call.js';
import type { Mode } from './modes.js';

/** What is known of every finished avatar, whatever it was made from. */
export interface FinishedAvatar {
  readonly origin: Origin;
  /** The file: a picture in sRGB with XMP, or an SVG document. */
  readonly bytes: Uint8Array;
  /** 100 x 100 preview; a PNG unless `format` is one that loses detail. */
  readonly thumbnail: Uint8Array;
  readonly format: RasterFormat | 'svg';
  readonly width: number;
  readonly height: number;
  /** Style token, after all defaults. */
  readonly style: string;
  /** Platform token; `custom` when none was asked for. */
  readonly platform: string;
  /** Background token, after all defaults. */
  readonly background: string;
  /** Palette token or colours as they were asked for; undefined when the background has no palette. */
  readonly palette: string | undefined;
  /** `eco` for a preview. */
  readonly mode: Mode;
  /** Intensity of the returned attempt, in (0, 1]. */
  readonly intensity: number;
  /** 32-bit unsigned. The same photo or character, options and seed give the same bytes. */
  readonly seed: number;
  /** A face is recognised in the avatar; false where nobody looked for one. */
  readonly faceDetected: boolean;
  /** `discard` also when the original was delivered instead. */
  readonly decision: Decision;
  /** Warnings about the photo and the run, and the checks that the best attempt failed. */
  readonly validationWarnings: readonly Warning[];
  /** Every attempt in order, with its findings. */
  readonly attempts: readonly AttemptReport[];
  /** Wall-clock milliseconds from the call to the result. */
  readonly latencyMs: number;
  /** Wall-clock milliseconds a stage, all attempts together, by stage name. */
  readonly timingsMs: Readonly<Record<string, number>>;
  /** Ids of the models that the run used, in the order of their first use. */
  readonly models: readonly string[];
}

/** An avatar of the person in a photo. */
export interface PhotoAvatarResult extends FinishedAvatar {
  readonly origin: 'photo';
  readonly format: RasterFormat;
  /** `original`: no attempt passed, and `bytes` and `thumbnail` show the photo itself, aligned and unstyled. */
  readonly delivered: 'avatar' | 'original';
  /** Faces in the photo. */
  readonly faceCount: number;
  /** Head box of the dominant face over the photo's area, in [0, 1]. */
  readonly faceCoverage: number;
  /** Calibrated likeness of avatar and photo in [0, 1]; undefined where no network can judge it, as in a drawn character. */
  readonly likenessScore: number | undefined;
  /** The cosine similarity behind it, in [-1, 1]. */
  readonly likenessCosine: number | undefined;
  /** Catalogue id of the model that verified the likeness, and the version that its scale was calibrated for. */
  readonly likenessModel: string | undefined;
  readonly likenessModelVersion: string | undefined;
  /** What the photo is worth as input, in [0, 1]. */
  readonly inputQualityScore: number;
  /** Of a style that a generative engine paints: every picture that it made, with its cost where the provider says so. */
  readonly engineCalls?: readonly EngineCall[];
  /**
   * Of a style that draws a character: the person as measured, with the seed of the drawing. Keep it, let the person
   * correct it, and draw it in any look and pose with `draw`.
   */
  readonly character?: CharacterSpec & { readonly seed: number };
  /** How sure each of its fields is, and which ones the photo does not tell. */
  readonly measured?: MeasuredFields;
}

/** How well a character was measured from a photo. */
export type MeasuredFields = Omit<CharacterFit, 'character'>;

/**
 * Something that was asked for and is not in the picture: words that no character has, or a field that the look has
 * nothing for.
 */
export interface UnsupportedWish extends Omit<Unsupported, 'from' | 'reason'> {
  /** `spec`: a field of the character, with `path=value` in `words`. */
  readonly from: WordsFrom | 'spec';
  readonly reason: UnsupportedReason | 'not-in-look';
}

/** An avatar that was drawn from data: it is compared with no photo. */
export interface CharacterAvatarResult extends FinishedAvatar {
  readonly origin: 'character';
  readonly format: DrawnFormat;
  readonly delivered: 'avatar';
  readonly look: LookName;
  /**
   * Who was drawn: what was said of them, the pose and expression of this picture, and the seed that decides all
   * else. Keep it, edit it, draw it again: with the same look, background and size it gives the same bytes.
   */
  readonly character: CharacterSpec & { readonly seed: number };
  /** What the words put into the character, word by word. Empty for a spec. */
  readonly understood: readonly Understood[];
  /** What was asked for and is not in the picture. */
  readonly unsupported: readonly UnsupportedWish[];
}

/** A finished avatar and all that is known about it; `origin` tells what it was made from. */
export type AvatarResult = PhotoAvatarResult | CharacterAvatarResult;
