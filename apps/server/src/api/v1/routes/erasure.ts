import { z } from 'zod';
import { eraseAccount, erasePerson, type ErasureReceipt } from '../../../erasure/index.js';
import { ApiError, notFound } from '../../../errors/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { problems } from '../schemas/problems.js';
import { ownText } from '../schemas/text.js';

const receiptSchema = z
  .object({
    id: z.string().describe('Keep it: it is all that is left'),
    scope: z.enum(['account', 'person']),
    erased_at: z.iso.datetime(),
    removed: z.record(z.string(), z.int()).describe('How many of each kind'),
  })
  .meta({ id: 'ErasureReceipt' });

/** Everything of a person, or of the account itself, is erased when somebody asks for it. */
export function erasureRoutes(app: ZodApp, services: Services): void {
  const parts = { ...services, actor: 'account' } as const;
  app.delete(
    '/v1/people/:reference',
    {
      schema: {
        operationId: 'erasePerson',
        tags: ['storage'],
        summary: 'Erase everything of a person whom requests named by `reference`',
        description:
          'Records, avatars, kept photos and messages. What runs is cancelled. Answers with a receipt.',
        params: z.object({ reference: ownText(200).min(1) }),
        response: { 200: receiptSchema, ...problems },
      },
    },
    async (request) => receiptOf(await erasePerson(parts, accountOf(request).id, request.params.reference)),
  );

  app.delete(
    '/v1/account',
    {
      schema: {
        operationId: 'eraseAccount',
        tags: ['storage'],
        summary: 'Erase the account with everything that is of it, its keys and credits included',
        querystring: z.object({ confirm: z.string().describe('Id of the account, `acc_…`') }),
        response: { 200: receiptSchema, ...problems },
      },
    },
    async (request) => {
      const { id } = accountOf(request);
      if (request.query.confirm !== id)
        throw new ApiError('invalid-request', 'Confirm with the id of the account: nothing of it comes back');
      const receipt = await eraseAccount(parts, id);
      if (receipt === undefined) throw notFound('account');
      return receiptOf(receipt);
    },
  );
}

const receiptOf = ({ id, scope, erasedAt, removed }: ErasureReceipt) => ({
  id,
  scope,
  erased_at: erasedAt.toISOString(),
  removed: { ...removed },
});
