import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { checkedPath, checkedPrefix } from './object-path.js';
import type { ObjectStore, StoredEntry } from './object-store.js';

export interface S3StoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** For S3-compatible stores that are not Amazon's; they are addressed by path, not by host name. */
  readonly endpoint?: string | undefined;
  /** Put before every key, for a bucket that is shared. */
  readonly prefix?: string;
  /** Default: the usual chain of environment variables, profiles and instance roles. */
  readonly credentials?: NonNullable<S3ClientConfig['credentials']>;
}

/** Objects in a bucket. */
export function createS3Store({ bucket, prefix = '', ...options }: S3StoreOptions): ObjectStore & Disposable {
  const client = new S3Client({
    region: options.region,
    ...(options.endpoint !== undefined && { endpoint: options.endpoint, forcePathStyle: true }),
    ...(options.credentials && { credentials: options.credentials }),
    // Checksums that are only sent where asked for: most compatible stores do not know the newer ones.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const object = (key: string) => ({ Bucket: bucket, Key: prefix + checkedPath(key) });

  return {
    put: async (key, bytes, contentType) => {
      await client.send(new PutObjectCommand({ ...object(key), Body: bytes, ContentType: contentType }));
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(object(key)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(object(key)));
    },
    list: (under) => listed(client, bucket, prefix, checkedPrefix(under)),
    // A bucket shows nothing that is not whole.
    sweep: () => Promise.resolve(),
    ping: async () => {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
    [Symbol.dispose]: () => client.destroy(),
  };
}

async function* listed(
  client: S3Client,
  bucket: string,
  prefix: string,
  under: string,
): AsyncGenerator<StoredEntry> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix + under, ContinuationToken: token }),
    );
    for (const { Key, Size, LastModified } of page.Contents ?? [])
      if (Key !== undefined && LastModified !== undefined)
        yield { key: Key.slice(prefix.length), sizeBytes: Size ?? 0, modifiedAt: LastModified };
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
