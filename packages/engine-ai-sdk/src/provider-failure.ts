import { engineFailure, type EngineFailureReason } from '@avatar/engine';
import { AvatarError } from '@avatar/stage';

/** What is read of the SDK's errors. They are told by their names: their classes come in several copies. */
interface SdkError {
  readonly name?: unknown;
  readonly statusCode?: unknown;
  readonly responseBody?: unknown;
  readonly data?: { readonly error?: { readonly code?: unknown } };
}

const PREFIX = 'AI_';
const BY_NAME: Readonly<Record<string, readonly [EngineFailureReason, string]>> = {
  AI_LoadAPIKeyError: ['engine-unauthorised', 'has no API key; set the one that its provider reads'],
  AI_NoImageGeneratedError: [
    'engine-no-image',
    'answered without a picture; its provider’s console says why',
  ],
  AI_NoSuchModelError: ['engine-failed', 'has no such model; look at its id'],
  AI_UnsupportedFunctionalityError: [
    'engine-failed',
    'cannot do what it was asked; look at reads, mask, sizeAs and sendSeed',
  ],
};
const MODERATED = /moderation|content.?policy|content.?filter|safety|nsfw/i;
const SHORT_NAME = /^[\w.-]{1,60}$/;

/**
 * An error of a model or its provider as the toolkit's own. It is not the `cause` of it: errors of the SDK carry the whole
 * request, with the photo and the prompt, and would end up in logs.
 */
export function providerFailure(engineId: string, error: unknown): AvatarError {
  if (AvatarError.is(error)) return error;
  const { name, statusCode, data } = (error ?? {}) as SdkError;
  const code = data?.error?.code;
  const facts = {
    ...(typeof name === 'string' && SHORT_NAME.test(name) && { error: name }),
    ...(typeof statusCode === 'number' && { httpStatus: statusCode }),
    ...(typeof code === 'string' && SHORT_NAME.test(code) && { providerCode: code }),
  };
  const [reason, message] = BY_NAME[String(name)] ?? byStatus(error as SdkError);
  return engineFailure(engineId, reason, message, { facts });
}

function byStatus({
  name,
  statusCode: status,
  responseBody,
}: SdkError): readonly [EngineFailureReason, string] {
  if (name !== 'AI_APICallError')
    return String(name).startsWith(PREFIX)
      ? ['engine-failed', 'failed in the AI SDK; the error in facts names it']
      : ['engine-failed', 'failed; call its model by itself to see why'];
  if (typeof status !== 'number')
    return ['engine-unreachable', 'cannot be reached; look at the network and its address'];
  if (status === 401 || status === 403)
    return ['engine-unauthorised', `refused its key (${status}); look at the key`];
  if (status === 402 || status === 429)
    return ['engine-busy', `has no more quota or is busy (${status}); try again later`];
  if (status < 500 && typeof responseBody === 'string' && MODERATED.test(responseBody))
    return ['engine-refused', `refused to paint this (${status}); use another prompt or photo`];
  const next = status < 500 ? 'look at sizes, mask and providerOptions' : 'try again later';
  return ['engine-failed', `answered with ${status}; ${next}`];
}
