import type { AvatarClient, components } from '@avatar/client';
import { AvatarApiError } from '@avatar/client';

export type Memory = components['schemas']['ChatMemory'];

/** What the server knows of a conversation. @throws AvatarApiError */
export async function readMemory({ api }: AvatarClient, id: string): Promise<Memory> {
  const { data, error, response } = await api.GET('/memory', { params: { query: { session_id: id } } });
  if (data === undefined) throw new AvatarApiError(response.status, error);
  return data;
}

/** The server forgets a conversation, with its photos. @throws AvatarApiError */
export async function forget({ api }: AvatarClient, id: string): Promise<void> {
  const { data, error, response } = await api.DELETE('/memory', { params: { query: { session_id: id } } });
  if (data === undefined) throw new AvatarApiError(response.status, error);
}
