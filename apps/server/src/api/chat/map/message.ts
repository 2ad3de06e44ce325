import type { FastifyRequest } from 'fastify';
import type { MessageRequest, TurnAnswer } from '../../../conversations/index.js';
import { ApiError } from '../../../errors/index.js';
import type { PhotoSource } from '../../../generations/index.js';
import { accountOf, keyHashOf } from '../../../http/authentication.js';
import type { KeepAnswer } from '../../../http/idempotency.js';
import type { CompletionBody } from '../schemas.js';
import type { Person } from '../../v1/schemas/character.js';
import { MAX_PHOTOS, messageText, sessionId } from '../schemas.js';

const DEFAULT_SESSION = 'default';

export interface ChatFields {
  readonly message: string;
  readonly session_id?: string | undefined;
  readonly image_urls?: readonly string[] | undefined;
  readonly mode?: MessageRequest['mode'];
  readonly reference?: string | undefined;
  readonly picture?: number | undefined;
  readonly character?: Person | undefined;
}

/**
 * @param answerOf what is sent for an answer; without it the answer is a stream, which is not repeated
 * @throws ApiError `invalid-request` for a photo that is neither at an `https:` address nor in a `data:` URL
 */
export function messageRequest(
  request: FastifyRequest,
  fields: ChatFields,
  answerOf: ((ended: TurnAnswer) => Parameters<KeepAnswer>[1]) | undefined,
): MessageRequest {
  const account = accountOf(request);
  return {
    account,
    owner: { accountId: account.id, keyHash: keyHashOf(request) },
    name: sessionOf(request, fields.session_id),
    message: fields.message,
    photos: (fields.image_urls ?? []).map(photoAt),
    start: startOf(fields),
    mode: fields.mode,
    reference: fields.reference,
    // Who repeats a message whose server died behind its answer gets that, and is not charged again.
    ...(answerOf && {
      onAnswered: async (transaction, ended) => request.keepAnswer?.(transaction, answerOf(ended)),
    }),
  };
}

/** @throws ApiError `invalid-request` for a photo and a character together: one picture shows one person */
function startOf({ image_urls = [], picture, character }: ChatFields): MessageRequest['start'] {
  if (image_urls.length > 0 && character !== undefined) {
    const detail = 'Send a photo or a character, not both';
    throw new ApiError('invalid-request', detail, { errors: [{ pointer: '/character', detail }] });
  }
  return { picture, character };
}

/** The body goes before the header. @throws ApiError `invalid-request` */
export function sessionOf({ headers }: FastifyRequest, given: string | undefined): string {
  const header = headers['x-session-id'];
  if (given !== undefined || header === undefined || header === '') return given ?? DEFAULT_SESSION;
  const parsed = sessionId().safeParse(header);
  if (parsed.success) return parsed.data;
  throw new ApiError('invalid-request', 'X-Session-Id is too long, or no text');
}

function photoAt(url: string, index: number): PhotoSource {
  if (url.startsWith('data:')) return { kind: 'text', text: url };
  if (url.startsWith('https://')) return { kind: 'address', url };
  const detail = 'Expected an https: address, or a data: URL in base64';
  throw new ApiError('invalid-request', detail, { errors: [{ pointer: `/image_urls/${index}`, detail }] });
}

/** The last message of the user, with the pictures that are in it. @throws ApiError `invalid-request` without one */
export function lastUserMessage({ messages, image_urls = [], ...rest }: CompletionBody): ChatFields {
  const last = messages.findLast(({ role }) => role === 'user');
  const { content } = last ?? {};
  const parts = Array.isArray(content) ? content : [];
  const text = typeof content === 'string' ? content : parts.flatMap((one) => one.text ?? []).join('\n');
  const pictures = parts.flatMap(({ image_url: at }) => (typeof at === 'string' ? at : (at?.url ?? [])));
  if (text.trim() === '') throw wrongMessages('Expected a message of the role "user" with text');
  const message = messageText().safeParse(text);
  if (!message.success) throw wrongMessages(`The last message: ${message.error.issues[0].message}`);
  const photos = [...image_urls, ...pictures];
  if (photos.length > MAX_PHOTOS) throw wrongMessages(`A message has at most ${MAX_PHOTOS} photos`);
  return { message: message.data, ...rest, image_urls: photos };
}

const wrongMessages = (detail: string): ApiError =>
  new ApiError('invalid-request', detail, { errors: [{ pointer: '/messages', detail }] });
