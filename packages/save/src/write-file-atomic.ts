import { writeAtomically } from '@avatar/files';
import { AvatarError, type AvatarErrorCode } from '@avatar/stage';

/** Why a file could not be written (`reason` of the error). */
export type WriteFailure = 'folder-missing' | 'not-a-file' | 'no-permission' | 'disk-full' | 'write-failed';

/**
 * Writes the whole file or nothing: a temporary file in the same folder takes the place of `path` once it is complete.
 * An existing file is replaced, its permissions included; a failure leaves it as it was.
 *
 * @throws AvatarError `invalid-options` with reason `folder-missing` or `not-a-file`; `stage-failed` with reason
 * `no-permission`, `disk-full` or `write-failed`. No message names the path.
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(path, bytes).catch((error: unknown) => {
    throw writeError((error as NodeJS.ErrnoException).code ?? 'unknown');
  });
}

type Problem = readonly [code: AvatarErrorCode, reason: WriteFailure, message: string];

const FOLDER_MISSING: Problem = [
  'invalid-options',
  'folder-missing',
  'The folder to write into does not exist; create it first',
];
const NOT_A_FILE: Problem = [
  'invalid-options',
  'not-a-file',
  'There is a folder at the path to write to; give the name of a file',
];
const NO_PERMISSION: Problem = [
  'stage-failed',
  'no-permission',
  'This process may not write into the folder; choose another one or change its permissions',
];
const DISK_FULL: Problem = [
  'stage-failed',
  'disk-full',
  'The disk is full; free some space or choose another folder',
];
const OTHER: Problem = [
  'stage-failed',
  'write-failed',
  'The file could not be written; errno says what the system answered',
];

const BY_ERRNO: Readonly<Record<string, Problem>> = {
  ENOENT: FOLDER_MISSING,
  ENOTDIR: FOLDER_MISSING,
  EISDIR: NOT_A_FILE,
  ENOTEMPTY: NOT_A_FILE,
  EEXIST: NOT_A_FILE,
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: NO_PERMISSION,
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
};

/** The system's own error names the path, so that only its number goes on. */
function writeError(errno: string): AvatarError {
  const [code, reason, message] = BY_ERRNO[errno] ?? OTHER;
  return new AvatarError(code, message, { reason, facts: { errno } });
}
