import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { GenerationRecord } from '../../generations/index.js';
import type { ObjectArchive } from '../../storage/index.js';

/**
 * The avatars as `001.png` and so on, in the order of the photos, with `results.json`. A picture is read when whoever
 * receives the archive has taken the one before.
 */
export async function batchArchive(
  archive: Pick<ObjectArchive, 'read' | 'has'>,
  records: readonly GenerationRecord[],
): Promise<NodeJS.ReadableStream> {
  const zip = new yazl.ZipFile();
  const results: Record<string, unknown>[] = [];
  for (const record of records) {
    const { avatar, pictures, accountId } = record;
    const key = pictures?.avatarKey;
    const isThere = key !== undefined && (await archive.has(accountId, key));
    const file = isThere ? `${String((record.batchIndex ?? 0) + 1).padStart(3, '0')}.png` : undefined;
    if (isThere && file !== undefined)
      // PNG is compressed already.
      zip.addReadStreamLazy(file, { compress: false, mtime: record.createdAt }, (give) => {
        archive.read(accountId, key).then(
          (picture) => {
            if (picture) give(null, Readable.from([Buffer.from(picture.bytes)]));
            else give(new Error('The picture was deleted while its archive was sent'), Readable.from([]));
          },
          (error: unknown) => give(error as Error, Readable.from([])),
        );
      });
    results.push({
      id: record.id,
      index: record.batchIndex ?? null,
      status: record.status,
      reference: record.request.reference,
      file,
      decision: avatar?.decision,
      likeness_score: avatar?.likenessScore,
      error: record.problem,
    });
  }
  zip.addBuffer(Buffer.from(JSON.stringify(results, null, 2)), 'results.json', {
    mtime: records[0].createdAt,
  });
  zip.end();
  const output = zip.outputStream;
  zip.on('error', (error: Error) => output.emit('error', error));
  return output;
}
