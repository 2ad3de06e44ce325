import { Readable } from 'node:stream';
import yazl from 'yazl';
import { requestOf, type GenerationRow, type StoredResult } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

/** The avatars as `001.png` and so on, in the order of the photos, with `results.json`. One picture is in memory at a time. */
export function batchArchive(archive: ObjectArchive, rows: readonly GenerationRow[]): Readable {
  const zip = new yazl.ZipFile();
  const output = new Readable().wrap(zip.outputStream);
  const fill = async () => {
    const results: Record<string, unknown>[] = [];
    for (const row of rows) {
      const { facts, kept } = (row.result ?? {}) as unknown as Partial<StoredResult>;
      const picture = kept && (await archive.read(row.accountId, kept.avatarKey));
      const file = picture && `${String((row.batchIndex ?? 0) + 1).padStart(3, '0')}.png`;
      // PNG is compressed already.
      if (picture && file)
        zip.addBuffer(Buffer.from(picture.bytes), file, { compress: false, mtime: row.createdAt });
      results.push({
        id: row.id,
        index: row.batchIndex,
        status: row.status,
        reference: requestOf(row).reference,
        file,
        decision: facts?.decision,
        likeness_score: facts?.likeness_score,
        error: row.error ?? undefined,
      });
    }
    zip.addBuffer(Buffer.from(JSON.stringify(results, null, 2)), 'results.json', {
      mtime: rows[0].createdAt,
    });
    zip.end();
  };
  fill().catch((error: unknown) => output.destroy(error as Error));
  return output;
}
