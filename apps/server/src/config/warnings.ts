import type { ServerConfig } from './config.js';

/** What an operator probably did not mean, though the server can work with it. One sentence each. */
export function configWarnings({ environment, http, unknownVariables }: ServerConfig): string[] {
  const warnings: string[] = [];
  if (unknownVariables.length > 0)
    warnings.push(`these variables mean nothing to the server: ${unknownVariables.join(', ')}`);
  if (environment === 'production' && http.publicUrl === undefined)
    warnings.push(
      `AVATAR_PUBLIC_URL is not set: links in messages to webhooks begin with http://${http.host}:${http.port}, ` +
        'and those in answers with whatever host the request names',
    );
  return warnings;
}
