import type { AvatarResult } from '@avatar/generator';
import type { PoolDrawOptions, PoolGenerateCall, PoolGenerateOptions, WorkerPool } from '@avatar/worker-pool';
import type { JobSubject } from './queued-subject.js';

/** How the picture is made, as a worker takes it. */
export interface PictureRequest {
  readonly options: PoolGenerateOptions;
  readonly drawing?: PoolDrawOptions;
}

type Pool = Pick<WorkerPool, 'draw' | 'generate' | 'measure'>;

/** One picture in a worker: a photo in a style, a person from words or data, or the person in a photo, drawn anew. */
export async function makePicture(
  pool: Pool,
  subject: JobSubject,
  { options, drawing }: PictureRequest,
  call: PoolGenerateCall,
): Promise<AvatarResult> {
  if (subject.kind === 'person') return pool.draw(subject.who, drawing, call);
  if (drawing === undefined) return pool.generate(subject.bytes, options, call);
  return drawnFromPhoto(pool, subject.bytes, drawing, call);
}

async function drawnFromPhoto(
  pool: Pool,
  photo: Uint8Array,
  drawing: PoolDrawOptions,
  call: PoolGenerateCall,
): Promise<AvatarResult> {
  const endMs = call.deadlineMs === undefined ? undefined : performance.now() + call.deadlineMs;
  const { character } = await pool.measure([photo], call);
  const left = endMs === undefined ? {} : { deadlineMs: Math.max(1, Math.round(endMs - performance.now())) };
  return pool.draw(character, drawing, { ...call, ...left });
}
