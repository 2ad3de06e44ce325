const STORED = 'avatar-conversation';
const BYTES = 12;

interface Stored {
  readonly id: string;
  /** Something was said in it. */
  readonly isBegun: boolean;
}

/** The conversation of this tab; a new one where there is none yet. */
export function conversationOfTab(): Stored {
  const stored = sessionStorage.getItem(STORED);
  if (stored === null) return newConversation();
  const [id, begun] = stored.split(' ');
  return { id, isBegun: begun === 'begun' };
}

export function newConversation(): Stored {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const id = `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  sessionStorage.setItem(STORED, id);
  return { id, isBegun: false };
}

/** From now on the server is asked for it. */
export const noteBegun = (id: string): void => sessionStorage.setItem(STORED, `${id} begun`);
