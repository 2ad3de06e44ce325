import { EMPTY_STATE } from '@avatar/conversation';
import { verdictOn } from '../../../conversations/index.js';
import { accountOf, keyHashOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../../v1/map/presenter.js';
import { generationsOf, verdictOf } from '../map/answer.js';
import { sessionOf } from '../map/message.js';
import { chatProblems, clearedSchema, memoryQuerySchema, memorySchema, sessionsSchema } from '../schemas.js';

/** `/memory` and `/sessions`: what is known of the conversations of a key. */
export function memoryRoutes(app: ZodApp, services: Services): void {
  const ownerOf = (request: Parameters<typeof accountOf>[0]) => ({
    accountId: accountOf(request).id,
    keyHash: keyHashOf(request),
  });

  app.get(
    '/memory',
    {
      schema: {
        operationId: 'getChatMemory',
        tags: ['each::sense'],
        summary: 'The messages of a conversation, with links to pictures that are still kept',
        querystring: memoryQuerySchema,
        response: { 200: memorySchema, ...chatProblems },
      },
    },
    async (request) => {
      const name = sessionOf(request, request.query.session_id);
      const history = await services.conversations.store.history(ownerOf(request), name);
      const presenter = presenterFor(request, services);
      const turns = (history?.turns ?? []).map(({ prompt, answer, pictures, at }) => ({
        timestamp: at.toISOString(),
        user_prompt: prompt,
        chatbot_response: answer,
        generated_media_urls: generationsOf(pictures, presenter).map(({ url }) => url),
        avatar: verdictOf(verdictOn(pictures)),
      }));
      const { now, past, pending } = history?.state ?? EMPTY_STATE;
      return {
        session_id: name,
        avatar: {
          recipe: { ...now.recipe },
          ...(now.recipe.subject === 'character' && { character: { ...now.character } }),
          undo_steps: past.length,
        },
        ...(pending && {
          clarification: {
            question: pending.question,
            options: pending.options.map(({ label }) => label),
          },
        }),
        conversation_history: turns,
        total_exchanges: turns.length,
        generated_media_urls: turns.flatMap(({ generated_media_urls }) => generated_media_urls),
        created_at: history?.createdAt.toISOString() ?? null,
        updated_at: history?.updatedAt.toISOString() ?? null,
      };
    },
  );

  app.delete(
    '/memory',
    {
      config: { scope: 'create' },
      schema: {
        operationId: 'clearChatMemory',
        tags: ['each::sense'],
        summary: 'Forget a conversation, its character and its photos',
        querystring: memoryQuerySchema,
        response: { 200: clearedSchema, ...chatProblems },
      },
    },
    async (request) => {
      const name = sessionOf(request, request.query.session_id);
      const messages = await services.conversations.store.clear(ownerOf(request), name);
      return { cleared: true, session_id: name, messages_deleted: messages };
    },
  );

  app.get(
    '/sessions',
    {
      schema: {
        operationId: 'listChatSessions',
        tags: ['each::sense'],
        summary: 'The conversations of the key, the latest first',
        response: { 200: sessionsSchema, ...chatProblems },
      },
    },
    async (request) => {
      const sessions = await services.conversations.store.list(ownerOf(request));
      return {
        sessions: sessions.map(({ name, messages, lastActivity }) => ({
          session_id: name,
          message_count: messages,
          last_activity: lastActivity.toISOString(),
        })),
        total_sessions: sessions.length,
      };
    },
  );
}
