import type {
  AttemptRecord,
  AvatarRecord,
  AvatarWarning,
  CheckRecord,
  KeptPictures,
} from './avatar-record.js';
import type { GenerationRequest } from './request.js';

/** Of what is written now. Version 1 had no number: its result was the answer of the API's first version, word for word. */
const VERSION = 2;

/** What the row of a finished generation holds. */
export interface StoredResult {
  readonly avatar: AvatarRecord;
  /** Undefined when the pictures were in the answer. */
  readonly pictures?: KeptPictures | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** A character and words about it are of a person: they are kept as long as their pictures are, and not without them. */
export const resultToStore = ({ avatar, pictures }: StoredResult): Json => ({
  version: VERSION,
  avatar: pictures ? avatar : withoutPerson(avatar),
  pictures,
});

function withoutPerson(avatar: AvatarRecord): AvatarRecord {
  const { character: _character, measured: _measured, unsupported: _unsupported, ...rest } = avatar;
  return rest;
}

export const requestToStore = (request: GenerationRequest): Json => ({ version: VERSION, ...request });

/** @throws Error for a row of a later server: it would be read wrongly */
export function storedResult(json: Json): StoredResult {
  if (isCurrent(json)) return json as unknown as StoredResult;
  const { facts, kept } = json as unknown as FirstResult;
  return { avatar: ofFirstFacts(facts), pictures: kept };
}

/** @throws Error for a row of a later server */
export function storedRequest(json: Json): GenerationRequest {
  if (isCurrent(json)) {
    const { version: _version, ...request } = json;
    return request as unknown as GenerationRequest;
  }
  const { sessionId, ...request } = json;
  return { ...request, series: sessionId } as unknown as GenerationRequest;
}

function isCurrent({ version }: Json): boolean {
  if (version === undefined) return false;
  if (version === VERSION) return true;
  throw new Error(
    `A generation was stored in version ${JSON.stringify(version)}, and this server knows ${VERSION}`,
  );
}

interface FirstResult {
  readonly facts: FirstFacts;
  readonly kept?: KeptPictures;
}

/** The facts of version 1. */
interface FirstFacts {
  readonly style: string;
  readonly platform: string;
  readonly background: string;
  readonly palette: string | null;
  readonly mode: AvatarRecord['mode'];
  readonly style_intensity: number;
  readonly seed: number;
  readonly size: number;
  readonly format: AvatarRecord['format'];
  readonly delivered: AvatarRecord['delivered'];
  readonly face_detected: boolean;
  readonly face_count: number;
  readonly face_coverage: number;
  readonly likeness_score: number;
  readonly likeness_cosine: number;
  readonly likeness_model: string;
  readonly input_quality_score: number;
  readonly decision: AvatarRecord['decision'];
  readonly validation_warnings: readonly AvatarWarning[];
  readonly attempt_reports: readonly FirstAttempt[];
  readonly timings: AvatarRecord['timingsMs'];
  readonly input_id?: string;
}

interface FirstAttempt {
  readonly attempt: number;
  readonly style_intensity: number;
  readonly decision: string;
  readonly likeness_score: number;
  readonly checks: readonly CheckRecord[];
}

const ofFirstFacts = (facts: FirstFacts): AvatarRecord => ({
  style: facts.style,
  platform: facts.platform,
  background: facts.background,
  palette: facts.palette,
  mode: facts.mode,
  intensity: facts.style_intensity,
  seed: facts.seed,
  sizePx: facts.size,
  format: facts.format,
  delivered: facts.delivered,
  faceDetected: facts.face_detected,
  faceCount: facts.face_count,
  faceCoverage: facts.face_coverage,
  likenessScore: facts.likeness_score,
  likenessCosine: facts.likeness_cosine,
  likenessModel: facts.likeness_model,
  inputQualityScore: facts.input_quality_score,
  decision: facts.decision,
  warnings: facts.validation_warnings,
  attempts: facts.attempt_reports.map(ofFirstAttempt),
  timingsMs: facts.timings,
  ...(facts.input_id !== undefined && { inputId: facts.input_id }),
});

const ofFirstAttempt = ({ attempt, style_intensity, ...rest }: FirstAttempt): AttemptRecord => ({
  index: attempt,
  intensity: style_intensity,
  decision: rest.decision,
  likenessScore: rest.likeness_score,
  checks: rest.checks,
});
