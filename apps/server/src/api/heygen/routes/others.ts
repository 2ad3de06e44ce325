import { ApiError } from '../../../errors/index.js';
import type { ZodApp } from '../../../http/zod-app.js';

/** What else the vendor's clients may call: motion, voices, videos. It is said in their shape that it is not here. */
export function otherRoutes(app: ZodApp): void {
  const refuse = () => {
    throw new ApiError(
      'not-found',
      'This server makes pictures of avatars; motion, sound, voices and videos are not among its routes',
    );
  };
  for (const url of ['/v2/*', '/v1/video/*', '/v1/video.*', '/v1/streaming.*', '/v1/voice.*'])
    app.all(url, { schema: { hide: true } }, refuse);
}
