import { createAvatarClient, type AvatarClient } from '@avatar/client';
import { byId } from './elements.js';

const STORED = 'avatar-key';

/** The client of this page. On a development server the page gets a key of its own; elsewhere it asks for one. */
export async function openSession(): Promise<AvatarClient> {
  return createAvatarClient({ baseUrl: location.origin, apiKey: await apiKey() });
}

async function apiKey(): Promise<string> {
  const answer = await fetch('/demo/key', { method: 'POST' });
  if (answer.ok) return ((await answer.json()) as { readonly key: string }).key;
  return sessionStorage.getItem(STORED) ?? askForKey();
}

function askForKey(): Promise<string> {
  const form = byId('key-form', HTMLFormElement);
  const input = byId('key', HTMLInputElement);
  form.hidden = false;
  return new Promise((resolve) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const key = input.value.trim();
      if (key === '') return;
      sessionStorage.setItem(STORED, key);
      form.hidden = true;
      resolve(key);
    });
  });
}

/** The key was refused: the next load asks for another one. */
export const forgetKey = (): void => sessionStorage.removeItem(STORED);
