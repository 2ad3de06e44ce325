import { ApiError } from '../../../errors/index.js';
import { readWords, type DrawnRequest } from '../../../generations/index.js';
import type { Group } from '../../../groups/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { wishedBackdrop } from '../../vendors/backdrop-words.js';
import { sizeOf } from '../../vendors/orientation.js';
import { pictureStyle } from '../../vendors/picture-style.js';
import { editsOf, turnOf } from '../../vendors/same-person.js';
import { wishesNotDrawn } from '../../vendors/warnings.js';
import { envelope, heygenProblems, inEnvelope } from '../envelope.js';
import { HEYGEN } from '../heygen.js';
import { hexOf } from '../ids.js';
import { startedSchema } from '../schemas/generation.js';
import { lookBodySchema } from '../schemas/group.js';
import { PICTURES, startedAnswer } from './generation.js';
import { groupOf } from './groups.js';

type LookBody = ReturnType<typeof lookBodySchema.parse>;

/** More pictures of the person of a group. */
export function lookRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v2/photo_avatar/look/generate',
    {
      config: { rateLimit: {}, idempotent: true, boundAnswer: startedAnswer },
      schema: {
        operationId: 'heygenGenerateLooks',
        tags: ['heygen'],
        summary: `Make ${PICTURES} pictures of the person of a group, by words; a credit each`,
        body: lookBodySchema,
        response: { 200: envelope(startedSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const group = await groupOf(services, request, request.body.group_id);
      const batch = { items: looksOf(group, request.body), kept: { api: HEYGEN } };
      const { id } = await services.acceptance.submitDrawn(accountOf(request), batch, request.bindKey);
      return inEnvelope({ generation_id: hexOf(id) });
    },
  );
}

/** The same person, as the words change them, turned a little from picture to picture. */
function looksOf(
  { character, isMeasured, name }: Group,
  { prompt, orientation, pose, style: styleName }: LookBody,
): DrawnRequest[] {
  const said = readWords(prompt);
  if (character === null)
    throw new ApiError('conflict', 'Train the group first: it is not known yet who is in its pictures');
  const style = pictureStyle(styleName);
  const size = sizeOf(orientation);
  const backdrop = wishedBackdrop(said);
  return Array.from({ length: PICTURES }, (_, index) => ({
    source: { kind: 'person', who: character },
    drawing: {
      ...style.drawing,
      ...(backdrop && { palette: undefined, ...backdrop }),
      ...size,
      edits: editsOf(said),
      pose: turnOf(index, said),
      framing: pose,
    },
    fromPhoto: isMeasured,
    warnings: [...style.warnings, ...wishesNotDrawn(said, backdrop)],
    reference: name,
    api: HEYGEN,
  }));
}
