import { apiError } from './api-error.js';

/** The answer of a typed route. @throws AvatarApiError for one that is an error */
export function dataOf<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (data === undefined) throw apiError(response.status, error);
  return data;
}

/** @throws AvatarApiError for an answer that is an error */
export async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw apiError(response.status, await response.json().catch(() => undefined));
}
