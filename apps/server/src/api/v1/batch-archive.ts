import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { GenerationRecord } from '../../generations/index.js';
import type { ObjectArchive } from '../../storage/index.js';

/** The avatars as `001.png` and so on, in the order of the photos, with `results.json`. One picture is in memory at a time. */
export function batchArchive(archive: ObjectArchive, records: readonly GenerationRecord[]): Readable {
  const zip = new yazl.ZipFile();
  const output = new Readable().wrap(zip.outputStream);
  const fill = async () => {
    const results: Record<string, unknown>[] = [];
    for (const record of records) {
      const { avatar, pictures } = record;
      const picture = pictures && (await archive.read(record.accountId, pictures.avatarKey));
      const file = picture && `${String((record.batchIndex ?? 0) + 1).padStart(3, '0')}.png`;
      // PNG is compressed already.
      if (picture && file)
        zip.addBuffer(Buffer.from(picture.bytes), file, { compress: false, mtime: record.createdAt });
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
  };
  fill().catch((error: unknown) => output.destroy(error as Error));
  return output;
}
