import type { FastifyRequest } from 'fastify';
import { notFound } from '../../../errors/index.js';
import { recordsOf } from '../../../generations/index.js';
import type { KnownPerson } from '../../../groups/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { Services } from '../../services.js';
import { pictureLink, presenterFor } from '../../v1/map/presenter.js';
import { hexOf, idOf, imageOf } from '../ids.js';

/** A picture that an image key names. */
export interface NamedImage {
  /** `avt_…` of a drawn picture, `inp_…` of a photo. */
  readonly imageId: string;
  /** Who was drawn; unknown in a photo. */
  readonly person: KnownPerson | undefined;
}

/** @throws ApiError `not-found` for what is no key, is gone, or is another account's */
export async function namedImage(
  { store, archive }: Services,
  accountId: string,
  imageKey: string,
): Promise<NamedImage> {
  const hex = imageOf(imageKey);
  if (hex === undefined) throw notFound('image');
  const record = await store.find(accountId, `avt_${hex}`);
  if (record?.pictures !== undefined) {
    const character = record.avatar?.character;
    const { drawing, fromPhoto } = record.request;
    const isMeasured = drawing === undefined || fromPhoto === true;
    return { imageId: record.id, person: character && { character: { ...character }, isMeasured } };
  }
  if (await archive.has(accountId, `inp_${hex}`)) return { imageId: `inp_${hex}`, person: undefined };
  throw notFound('image');
}

/**
 * Where the pictures of looks are read; null for those that are gone. A photo needs the key of its account. All are looked
 * up together: a list of a thousand would keep the database from everybody else.
 */
export async function imageUrls(
  services: Services,
  request: FastifyRequest,
  imageIds: readonly (string | undefined)[],
): Promise<readonly (string | null)[]> {
  const { id: accountId } = accountOf(request);
  const presenter = presenterFor(request, services);
  const ids = imageIds.filter((id) => id !== undefined);
  const photos = await services.archive.those(accountId, ids.filter(isPhoto));
  const records = await recordsOf(
    services.database,
    accountId,
    ids.filter((id) => !isPhoto(id)),
  );
  const known = new Map(records.map((record) => [record.id, record]));
  return imageIds.map((id = '') => {
    if (photos.has(id)) return `${presenter.baseUrl}/v1/asset/${hexOf(id)}`;
    const record = known.get(id);
    return (record && pictureLink(record, presenter)) ?? null;
  });
}

export const isPhoto = (imageId: string): boolean => idOf('inp', hexOf(imageId)) === imageId;
