import type { UrlSigner } from './url-signer.js';

/** @returns path of a stored avatar or preview that can be read without a key until `expiresAt` */
export const signedFilePath = (signer: UrlSigner, key: string, expiresAt: Date): string =>
  signer.sign(filePath(key), expiresAt);

/** Where a stored avatar or preview is read. */
export const filePath = (key: string): string => `/v1/files/${key}`;
