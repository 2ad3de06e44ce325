import type { AddressInfo } from 'node:net';
import S3rver from 's3rver';
import type { S3StoreOptions } from '../storage/s3-store.js';

export interface S3Server extends AsyncDisposable {
  /** How its bucket is opened. */
  readonly options: S3StoreOptions & { readonly endpoint: string };
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A bucket on loopback, whose objects lie in `directory`. */
export async function startS3Server(directory: string): Promise<S3Server> {
  const bucket = 'avatars';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  // Those of the bucket's only user; they are no secret.
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return {
    options: { bucket, region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials },
    credentials,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
