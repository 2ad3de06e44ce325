import { createHmac } from 'node:crypto';

const START = 'whsec_';

/**
 * The headers of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`. The id is the same on every attempt, so
 * a receiver can tell a repetition; the time is the attempt's, so an old message cannot be sent again by somebody who
 * saw it.
 *
 * @param secrets `whsec_…`; with several, the receiver may know any of them
 */
export function signatureHeaders(
  secrets: readonly string[],
  id: string,
  sentAt: Date,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(START.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
