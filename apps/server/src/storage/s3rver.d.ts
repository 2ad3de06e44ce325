/** The S3 server of the tests comes without types. */
declare module 's3rver' {
  // eslint-disable-next-line no-restricted-syntax -- it has no other export
  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
