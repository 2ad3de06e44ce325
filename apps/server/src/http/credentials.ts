type Headers = Readonly<Record<string, string | string[] | undefined>>;

const BEARER = /^Bearer +(\S+)$/i;

/**
 * The key that a request shows, in `X-API-Key` or as `Authorization: Bearer`. Undefined when it shows none, or two
 * that differ: which of them was meant would be a guess.
 */
export function credentialOf(headers: Headers): string | undefined {
  const header = single(headers['x-api-key'])?.trim();
  const bearer = BEARER.exec(single(headers.authorization) ?? '')?.[1];
  if (header && bearer && header !== bearer) return undefined;
  return header || bearer;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? undefined : value;
