type Json = Record<string, unknown>;
type Operation = Json & { responses: Record<string, { headers?: Json }> };

/** Says in the document what requests and answers carry beside their bodies. */
const HEADERS = {
  RetryAfter: header('Seconds after which to try again, with 429 and 503', 'integer'),
  RateLimitLimit: header('Requests that the account may send in a minute', 'integer'),
  RateLimitRemaining: header('Requests that are left of them', 'integer'),
  RateLimitReset: header('Seconds until all of them are there again', 'integer'),
  CreditsCharged: header('Credits that were charged for this avatar', 'integer'),
  IdempotencyReplayed: header(
    '`true` when this is the answer of an earlier request with the same key',
    'string',
  ),
  Location: header('Where the job or batch is looked at', 'string'),
  Allow: header('Methods that the address takes, with 405', 'string'),
  RequestId: header('Name it when you report a problem', 'string'),
} as const;
type HeaderName = keyof typeof HEADERS;

const LIMITS: Readonly<Record<string, HeaderName>> = {
  'RateLimit-Limit': 'RateLimitLimit',
  'RateLimit-Remaining': 'RateLimitRemaining',
  'RateLimit-Reset': 'RateLimitReset',
};
/** Operations whose finished answer says what it cost. */
const CHARGED = new Set(['generateAvatar', 'drawCharacter']);

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 255 },
  description:
    'A name of your own for this request. Sent again with the same content within 24 hours, it gets the first answer ' +
    'and is charged once. Means nothing for event streams.',
};

/** @param isIdempotent whether an operation takes an `Idempotency-Key` */
export function withHeaders(document: Json, isIdempotent: (operationId: string) => boolean): Json {
  (document.components as Json).headers = HEADERS;
  for (const path of Object.values(document.paths as Record<string, Record<string, Operation>>))
    for (const operation of Object.values(path)) {
      const id = String(operation.operationId);
      if (isIdempotent(id))
        operation.parameters = [...((operation.parameters as Json[] | undefined) ?? []), IDEMPOTENCY_KEY];
      // Routes that need no key have no account, and so no limits.
      const isOfAccount = operation.security === undefined;
      for (const [status, response] of Object.entries(operation.responses))
        response.headers = referencesTo(
          headersOf(id, status, { isOfAccount, isIdempotent: isIdempotent(id) }),
        );
    }
  return document;
}

interface Traits {
  readonly isOfAccount: boolean;
  readonly isIdempotent: boolean;
}

function headersOf(id: string, status: string, { isOfAccount, isIdempotent }: Traits) {
  const isGood = status.startsWith('2');
  return {
    'X-Request-Id': 'RequestId',
    ...(isOfAccount && LIMITS),
    ...(!isGood && { 'Retry-After': 'RetryAfter' }),
    ...(status.startsWith('4') && { Allow: 'Allow' }),
    ...(isGood && isIdempotent && { 'Idempotency-Replayed': 'IdempotencyReplayed' }),
    ...(status === '200' && CHARGED.has(id) && { 'X-Credits-Charged': 'CreditsCharged' }),
    ...(status === '202' && isIdempotent && { Location: 'Location' }),
  } satisfies Record<string, HeaderName>;
}

const referencesTo = (names: Readonly<Record<string, HeaderName>>): Json =>
  Object.fromEntries(
    Object.entries(names).map(([name, component]) => [name, { $ref: `#/components/headers/${component}` }]),
  );

function header(description: string, type: 'integer' | 'string') {
  return { description, schema: { type } };
}
