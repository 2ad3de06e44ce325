/** What a picture of pixels is written as. */
export type RasterFormat = 'png' | 'jpeg' | 'webp' | 'avif';

/** Files in memory, ready to write. */
export interface EncodedAvatar {
  readonly bytes: Uint8Array;
  readonly format: RasterFormat;
  readonly width: number;
  readonly height: number;
  /** 100 x 100 preview, same format. */
  readonly thumbnail: Uint8Array;
}
