import { createHash } from 'node:crypto';
import { AvatarError } from '@avatar/stage';
import { STYLE_EXAMPLES } from '@avatar/styles';
import { ApiError } from '../errors/index.js';
import { newId } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { picturesInZip, type ZipLimits } from './zip-pictures.js';

/** Content types by which a job knows a picture from the address of one. */
const PICTURE = 'application/octet-stream';
const ADDRESS = 'text/uri-list';

/**
 * Pictures of a style on their way in. Each is in the store, encrypted, before the next one is read, so that a request is
 * never in memory as a whole. Until the style is submitted they are of nobody: `discard` removes them, and after a crash the
 * sweep does.
 */
export class StyleUpload {
  /** Of the style that is to be. */
  readonly token = newId('sty');
  readonly pictures: string[] = [];
  previewPhoto: string | undefined;
  /** Of everything that was kept, also of what several archives held. */
  #totalBytes = 0;
  /** Whose pictures they are. */
  #state: 'arriving' | 'submitted' | 'discarded' = 'arriving';

  constructor(
    private readonly archive: Pick<ObjectArchive, 'save' | 'remove' | 'removeOf'>,
    private readonly accountId: string,
    private readonly limits: ZipLimits,
  ) {}

  /** @returns SHA-256 of the picture */
  async add(picture: Uint8Array): Promise<Uint8Array> {
    this.#checkRoom();
    this.pictures.push(await this.#save(picture, PICTURE));
    return digestOf(picture);
  }

  /** What is behind the address is fetched when it is looked at. */
  async addAddress(url: string): Promise<void> {
    this.#checkRoom();
    this.pictures.push(await this.#save(new TextEncoder().encode(url), ADDRESS));
  }

  /** @returns SHA-256 of the archive */
  async addZip(zip: Uint8Array): Promise<Uint8Array> {
    for await (const picture of picturesInZip(zip, this.limits)) await this.add(picture);
    return digestOf(zip);
  }

  async setPreview(photo: Uint8Array): Promise<Uint8Array> {
    this.#checkOnePreview();
    this.previewPhoto = await this.#save(photo, PICTURE);
    return digestOf(photo);
  }

  async setPreviewAddress(url: string): Promise<void> {
    this.#checkOnePreview();
    this.previewPhoto = await this.#save(new TextEncoder().encode(url), ADDRESS);
  }

  /** From now on the pictures are of a job, even if the caller goes away meanwhile. */
  submitted(): void {
    this.#state = 'submitted';
  }

  /** The job did not come about. */
  async giveBack(): Promise<void> {
    this.#state = 'arriving';
    await this.discard();
  }

  /** Removes what came for nothing; what comes afterwards is not kept. */
  async discard(): Promise<void> {
    if (this.#state === 'submitted') return;
    this.#state = 'discarded';
    await this.archive.removeOf(this.token, ['queued']);
  }

  #checkRoom(): void {
    if (this.pictures.length >= STYLE_EXAMPLES.most)
      throw AvatarError.rejected(
        'too-many-examples',
        `A style is made of at most ${STYLE_EXAMPLES.most} example pictures. Choose those that show it best.`,
        { facts: { most: STYLE_EXAMPLES.most } },
      );
  }

  #checkOnePreview(): void {
    if (this.previewPhoto !== undefined)
      throw new ApiError('invalid-request', 'Send one photo for the preview, not several');
  }

  async #save(bytes: Uint8Array, contentType: string): Promise<string> {
    if (bytes.byteLength > this.limits.maxPictureBytes)
      throw new ApiError(
        'payload-too-large',
        `A picture is larger than ${this.limits.maxPictureBytes} bytes; send a smaller one`,
      );
    this.#totalBytes += bytes.byteLength;
    if (this.#totalBytes > this.limits.maxTotalBytes)
      throw new ApiError(
        'payload-too-large',
        `The pictures have more than ${this.limits.maxTotalBytes} bytes together, unpacked; send smaller ones`,
      );
    const { accountId, token: generationId } = this;
    const object = { accountId, generationId, bytes, contentType, expiresAt: null };
    const key = await this.archive.save({ ...object, kind: 'queued' });
    if (this.#state === 'discarded') await this.archive.remove(accountId, key);
    return key;
  }
}

const digestOf = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
