import type { GenerationRecord } from '../../../generations/index.js';
import { pictureLink, type Presenter } from '../../v1/map/presenter.js';
import { warningsOf } from '../../vendors/warnings.js';
import { hexOf, imageKeyOf } from '../ids.js';
import type { GenerationData } from '../schemas/generation.js';

/** A generation as its status route answers it. @param records of one batch, at least one */
export function generationAnswer(
  id: string,
  records: readonly GenerationRecord[],
  presenter: Presenter,
): GenerationData {
  const open = { id, msg: null, image_url_list: null, image_key_list: null, warnings: [] };
  if (records.some(({ status }) => status === 'queued' || status === 'running'))
    return { ...open, status: 'in_progress' };
  const made = records.filter(({ status }) => status === 'succeeded');
  if (made.length === 0) return { ...open, status: 'failed', msg: failureOf(records) };
  const shown = made.flatMap((record) => {
    const url = pictureLink(record, presenter);
    return url === undefined ? [] : [{ url, key: imageKeyOf(hexOf(record.id)) }];
  });
  return {
    id,
    status: 'success',
    msg: missing(records.length, made.length, shown.length),
    image_url_list: shown.map(({ url }) => url),
    image_key_list: shown.map(({ key }) => key),
    warnings: warningsOf(made),
  };
}

function failureOf(records: readonly GenerationRecord[]): string {
  const detail = records.find(({ problem }) => problem !== undefined)?.problem?.detail;
  return detail ?? 'The generation was cancelled';
}

function missing(asked: number, made: number, shown: number): string | null {
  if (shown < made) return 'Some pictures were deleted, or have had their time';
  return made < asked ? `${asked - made} of ${asked} pictures could not be made` : null;
}
