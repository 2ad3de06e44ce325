import type { FastifyRequest } from 'fastify';
import { notFound } from '../../../errors/index.js';
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

/** Where a picture of a look is read; null when it is gone. A photo needs the key of its account. */
export async function imageUrl(
  services: Services,
  request: FastifyRequest,
  imageId: string | undefined,
): Promise<string | null> {
  if (imageId === undefined) return null;
  const { id: accountId } = accountOf(request);
  const presenter = presenterFor(request, services);
  if (isPhoto(imageId))
    return (await services.archive.has(accountId, imageId))
      ? `${presenter.baseUrl}/v1/asset/${hexOf(imageId)}`
      : null;
  const record = await services.store.find(accountId, imageId);
  return (record && pictureLink(record, presenter)) ?? null;
}

export const isPhoto = (imageId: string): boolean => idOf('inp', hexOf(imageId)) === imageId;
