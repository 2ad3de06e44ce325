import type { FastifyPluginAsync } from 'fastify';
import plugin from '@fastify/sse';

/** The library is a CommonJS module whose types say that it is not. */
export const ssePlugin = plugin as unknown as FastifyPluginAsync;
