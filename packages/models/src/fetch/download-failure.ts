import { AvatarError } from '@avatar/stage';

/** Why a model could not be had: the `reason` of `model-unavailable`. */
export type UnavailableReason =
  | 'offline'
  | 'no-network'
  | 'interrupted'
  | 'not-found'
  | 'wrong-content'
  | 'disk-full'
  | 'not-writable'
  | 'conversion-failed'
  | 'licence-refused'
  | 'no-provider'
  | 'no-runtime'
  | 'long-command-line'
  | 'unknown-source'
  | 'disposed'
  | 'download-failed'
  | 'file-missing'
  | 'file-too-large'
  | 'other-content'
  | 'no-backend'
  | 'not-installed'
  | 'not-a-model'
  | 'wrong-names'
  | 'not-a-bundle';

const reasonByCode: Readonly<Record<string, UnavailableReason>> = {
  ENOTCACHED: 'offline',
  ECONNREFUSED: 'no-network',
  ENOTFOUND: 'no-network',
  EAI_AGAIN: 'no-network',
  ENETUNREACH: 'no-network',
  EHOSTUNREACH: 'no-network',
  ECONNECTIONTIMEOUT: 'no-network',
  ECONNRESET: 'interrupted',
  EPIPE: 'interrupted',
  ETIMEDOUT: 'interrupted',
  EIDLETIMEOUT: 'interrupted',
  ERR_STREAM_PREMATURE_CLOSE: 'interrupted',
  Z_BUF_ERROR: 'interrupted',
  EBADSIZE: 'interrupted',
  E404: 'not-found',
  ETARGET: 'not-found',
  EINTEGRITY: 'wrong-content',
  Z_DATA_ERROR: 'wrong-content',
  TAR_BAD_ARCHIVE: 'wrong-content',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  EISDIR: 'not-writable',
};

/** For those who have the command and for those who have the library. */
export const PULL = '"npx @avatar/cli models pull" or pullModels() of @avatar/onnx';

const nextStep: Readonly<Record<UnavailableReason, string>> = {
  offline: `fetch it while online with ${PULL}, or import a bundle of models (README of @avatar/models)`,
  'no-network':
    'check the network, the proxy, AVATAR_MODELS_MIRROR and npm\'s "registry" setting, then try again',
  interrupted: 'nothing was kept of the partial download; try again',
  'not-found':
    'the registry lacks the pinned package; point npm\'s "registry" setting to one that has it, or AVATAR_MODELS_MIRROR to a copy',
  'wrong-content':
    'other bytes were served than the pinned ones, nothing was kept; try another registry or mirror',
  'disk-full': 'free some disk space or set AVATAR_MODELS_DIR to another disk, then try again',
  'not-writable': 'set AVATAR_MODELS_DIR to a folder that can be read and written',
  'conversion-failed': 'please report it with the version of @avatar/model-convert',
  'licence-refused': "use licencePolicy: 'any' if its licence suits your use",
  'no-provider': "add 'cpu' to executionProviders",
  'long-command-line': 'read its arguments from a file or the standard input, or use @avatar/worker-pool',
  'no-runtime': 'see in "cause" what the library lacks on this machine',
  'unknown-source': 'please report it with the version of @avatar/models',
  disposed: 'create another hub',
  'download-failed': 'try again; "cause" says what the npm client reported',
  'file-missing': 'give the path of a model that can be read',
  'file-too-large': 'use a smaller network',
  'other-content': 'get the file anew, or declare the SHA-256 of this one',
  'not-a-bundle':
    'copy the file anew, or write it with "avatar models bundle" of the version that imports it',
  'wrong-names': 'declare the names that are in the file',
  'no-backend': 'npm install @avatar/tfjs, and give createModelHub({ tfjs: tfjs() })',
  'not-installed': 'then try again',
  'not-a-model': 'give the model.json of a graph or layers model, with its shards beside it',
};

const plainWords: Readonly<Partial<Record<UnavailableReason, string>>> = {
  offline: 'A part of the avatar maker has not been downloaded yet. Connect to the internet and try again.',
  'no-network': 'The download did not start. Check the internet connection and try again.',
  interrupted: 'The download was interrupted. Try again.',
  'disk-full': 'The disk is full. Free some space and try again.',
};

export function modelUnavailable(
  subject: string,
  reason: UnavailableReason,
  what: string,
  cause?: unknown,
): AvatarError {
  const publicMessage = plainWords[reason];
  return new AvatarError('model-unavailable', `${subject}: ${what}; ${nextStep[reason]}`, {
    reason,
    facts: { model: subject },
    ...(publicMessage === undefined ? {} : { publicMessage }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The reason behind an error of the npm client, the tar reader or the file system. */
export function failureReason(error: unknown): UnavailableReason {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const known = typeof code === 'string' ? reasonByCode[code] : undefined;
  if (known !== undefined) return known;
  if (typeof message === 'string' && /premature|aborted|truncated|unexpected end/i.test(message))
    return 'interrupted';
  return 'download-failed';
}

/** Turns any failure of a fetch or a write into the typed error; what is typed already stays. */
export function downloadFailure(subject: string, error: unknown): AvatarError {
  if (AvatarError.is(error)) return error;
  const reason = failureReason(error);
  return modelUnavailable(subject, reason, 'the weights could not be fetched', error);
}
