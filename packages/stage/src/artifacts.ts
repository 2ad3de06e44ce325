import type { Background } from './background.js';
import type { EncodedAvatar } from './encoded-avatar.js';
import type { Box, FaceLandmarks, HeadPose, SimilarityTransform } from './geometry.js';
import type { PlanarImage, Plane, RasterImage } from './pixels.js';
import type { AttemptReport, Verdict } from './verdict.js';
import type { Warning } from './warning.js';

/** Where the photo comes from. `base64` takes plain base64 and `data:` URLs. */
export type PhotoSource =
  { readonly path: string } | { readonly bytes: Uint8Array } | { readonly base64: string };

/** The upright, opaque photo that every later stage works on. */
export interface Photo {
  /** 8-bit sRGB, 3 channels, EXIF orientation applied, possibly shrunk by `load` (see `scale`). */
  readonly image: RasterImage;
  /** Container format as sniffed from the bytes, such as `jpeg`. */
  readonly format: string;
  /** Upright size of the file, before any shrinking, in pixels. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  /** Pixels of `image` for each pixel of the file; in (0, 1]. */
  readonly scale: number;
  /**
   * Where the picture ends if that is not the edge of `image`, as with round avatars: a convex polygon in pixels of
   * `image`, clockwise as seen. Beyond it nothing of `image` was photographed.
   */
  readonly border?: readonly (readonly [x: number, y: number])[];
}

/** One face in the photo. All coordinates are pixels of `Photo.image`. */
export interface DetectedFace {
  /** Bounding box of the landmarks, forehead to chin and ear to ear. */
  readonly box: Box;
  /** Confidence of the detector in [0, 1]. */
  readonly score: number;
  /** Confidence of the landmark model that its crop holds a face, in [0, 1]. */
  readonly presence: number;
  readonly landmarks: FaceLandmarks;
  readonly pose: HeadPose;
  /** Head box over picture area, in [0, 1]: the mesh box plus 15 % on each side, 40 % above and 5 % below. */
  readonly coverage: number;
}

/** Every face of the photo, best first: `faces[0]` is the dominant one. Empty when there is none. */
export interface Faces {
  readonly faces: readonly DetectedFace[];
  /** Candidates that look like a face but did not pass verification (extreme pose, heavy occlusion, an animal). */
  readonly unclear: number;
  /**
   * What is seen where no face is clear: cloth over all below the eyes, or a drawing. Only without faces, and where
   * it is clear.
   */
  readonly unclearAs?: 'covered' | 'drawing';
}

/** One thing that was checked about the photo. */
export interface InputComponent {
  /** Stable, kebab-case, such as `eye-distance`. */
  readonly name: string;
  /** In [0, 1], 1 being best; undefined when the check does not apply. */
  readonly score: number | undefined;
  /** Share of the whole score, in [0, 1]; 0 for what is only reported. */
  readonly weight: number;
  /** What was measured, in `unit`. */
  readonly measured?: number;
  /** `px`, `deg`, `share`, `faces`, `levels` of luma from 0 to 255, `variance` of those, `a*` of CIELAB, or `ratio`. */
  readonly unit?: string;
  /** For the person in the photo, in plain words: what would help. Only where something would. */
  readonly advice?: string;
  /** Why the check does not apply, for developers. Only with an undefined score. */
  readonly reason?: string;
}

/** What the photo is worth as input, judged before any cost. */
export interface InputReport {
  /** Weighted geometric mean of `components`, in [0, 1]. */
  readonly score: number;
  readonly components: readonly InputComponent[];
  readonly warnings: readonly Warning[];
  /** Those of `warnings` after which a person should look at the avatar first, however well it came out. */
  readonly doubts: readonly Warning[];
}

/** Soft person mask of a region of the photo. */
export interface Matte {
  /** Opacity in [0, 1] at the model's own resolution. */
  readonly alpha: Plane;
  /** The region that `alpha` covers, in pixels of `Photo.image`; always inside the photo. */
  readonly region: Box;
  /** Share of the person, in [0, 1], that every model which looked saw: the rest is one model's word alone. Default: 1. */
  readonly confirmed?: number;
  /**
   * How far the person touches other people above the shoulders, in heights of the head: along there the outline is a
   * guess. Default: 0.
   */
  readonly seamHeads?: number;
  /**
   * Area around the head that no model decided, in squares of the head's height: who or what is there is a guess.
   * Default: 0.
   */
  readonly undecided?: number;
}

/** The square around the dominant face, upright, at output scale. All coordinates are pixels of `crop`. */
export interface AlignedFace {
  readonly crop: PlanarImage;
  /** 1 where `crop` shows the photo, 0 where the square leaves it, soft in between. */
  readonly inside: Plane;
  /** The matte warped into the square, not refined; 1 everywhere when the pipeline has no matte. */
  readonly alpha: Plane;
  readonly landmarks: FaceLandmarks;
  /** Pose in the photo, before alignment. */
  readonly pose: HeadPose;
  /** Photo to crop, before the face was reshaped, if it was. Its scale is crop pixels for each photo pixel. */
  readonly transform: SimilarityTransform;
  /** Crown to chin in pixels, estimated from the landmarks. */
  readonly headHeightPx: number;
}

/** Identity of the dominant face. Lives in memory for one run; never stored, never logged. */
export interface FaceEmbedding {
  /** L2-normalised. */
  readonly vector: Float32Array;
  /** Catalogue id of the model, such as `sface`. Vectors of different models cannot be compared. */
  readonly modelId: string;
}

/** The person without the photo's background. */
export interface Cutout {
  /** Colours with the old background removed from soft edges; the picture goes on under `alpha = 0`. */
  readonly foreground: PlanarImage;
  /** Opacity in [0, 1] at output scale. */
  readonly alpha: Plane;
}

/** How whole the person came out of the photo. */
export interface CutoutReport {
  /** In [0, 1]: 0.5 where the worst part holds just enough, 1 where every part that the photo shows is opaque. */
  readonly wholeness: number;
  /** Below this the cut-out lost a part of the person, and the photo's own background stands in its place. */
  readonly threshold: number;
  /** Mean opacity of each part that the photo shows, in [0, 1], by its name: `face`, `skull`, `sides`, `neck`, `chest`. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * What the person shows at each place, at output scale: opacities in [0, 1] that add up to the cutout's alpha. Where the
 * cutout is transparent, all are 0.
 */
export interface PersonParts {
  /** Hair of the head. Brows and beards are not in it: they count as skin. */
  readonly hair: Plane;
  /** Skin of face and body, with eyes, lips, brows and beard. */
  readonly skin: Plane;
  /** Clothes, headscarves and veils too. */
  readonly clothes: Plane;
  /** What is worn or held besides: hats, glasses, jewellery, headphones. */
  readonly other: Plane;
}

/** Soft masks of parts of the face at output scale, each in [0, 1]. */
export interface FaceRegions {
  readonly skin: Plane;
  readonly eyes: Plane;
  readonly lips: Plane;
  /** Between the lips. */
  readonly teeth: Plane;
  /** The face oval. */
  readonly oval: Plane;
  /** Median skin colour of the photo in CIELAB (D65, L 0 to 100). */
  readonly skinLab: readonly [L: number, a: number, b: number];
  /** Only where the pipeline asked for them. */
  readonly parts?: PersonParts;
}

/** The picture in the making, from `style-apply` to `save`. */
export interface Avatar {
  readonly image: PlanarImage;
  /** Opacity in [0, 1] of the person alone, whatever stands behind them. */
  readonly person: Plane;
  /**
   * Opacity in [0, 1] of the picture: before `composite` where a style's edge is not the person's, behind it only when the
   * background is transparent.
   */
  readonly alpha?: Plane;
  /**
   * Where the face is in `image`; differs from `AlignedFace.landmarks` when a style warps the face. Absent where no
   * mesh of the face is known, as in a character that no photo was the model for.
   */
  readonly landmarks?: FaceLandmarks;
}

/**
 * The vocabulary that stages read and write. Open: a third party adds its own names, prefixed,
 * by declaration merging (`declare module '@avatar/stage' { interface Artifacts { 'acme:depth': Plane } }`).
 * Artifacts are plain data, so that they can cross a process border.
 */
export interface Artifacts {
  source: PhotoSource;
  photo: Photo;
  faces: Faces;
  inputReport: InputReport;
  matte: Matte;
  face: AlignedFace;
  embedding: FaceEmbedding;
  cutout: Cutout;
  cutoutReport: CutoutReport;
  regions: FaceRegions;
  background: Background;
  avatar: Avatar;
  verdict: Verdict;
  attempts: readonly AttemptReport[];
  encoded: EncodedAvatar;
}

export type ArtifactName = keyof Artifacts;
