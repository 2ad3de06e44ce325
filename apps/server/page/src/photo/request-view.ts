import { byId } from '../elements.js';

/** Shows the request that the page sends, ready to be sent from a terminal. */
export function showRequest(fields: Readonly<Record<string, string>>): void {
  const lines = [
    `curl ${location.origin}/v1/avatar/generate`,
    `-H 'X-API-Key: avatar_…'`,
    `-H 'Accept: text/event-stream'`,
    ...Object.entries(fields).map(([name, value]) => `-F ${name}=${value}`),
    '-F image=@photo.jpg',
  ];
  byId('request', HTMLPreElement).textContent = lines.join(' \\\n  ');
}
