import type { ImageModelV3 } from '@ai-sdk/provider';
import { engineFailure, type EngineUse, type PortraitEngine } from '@avatar/engine';
import { callOptions } from './call-options.js';
import { aiSdkSettings, type AiSdkEngineOptions, type AiSdkSettings } from './options.js';
import { providerFailure } from './provider-failure.js';
import { withRepetition } from './repetition.js';

type Answer = Awaited<ReturnType<ImageModelV3['doGenerate']>>;

/**
 * Portraits painted by an image model of the AI SDK 6, which is called directly: its warnings, usage and cost come with the
 * picture, and its errors as those of the toolkit.
 *
 * @throws AvatarError `invalid-options`
 */
export function aiSdkEngine(options: AiSdkEngineOptions): PortraitEngine {
  const settings = aiSdkSettings(options);
  const { model, reads, id } = settings;
  return {
    id,
    timeoutMs: settings.timeoutMs,
    capabilities: {
      fromText: reads !== 'photo',
      fromPhoto: reads !== 'text',
      mask: settings.mask,
      strength: settings.strengthOptions !== undefined,
      seed: settings.sendSeed,
      negativePrompt: false,
      sizes: settings.sizes,
      cost: settings.costUsd === undefined ? 'unknown' : 'known',
    },
    paint: async (request, { signal }) => {
      try {
        const call = { ...callOptions(request, settings), abortSignal: signal };
        const answer = await withRepetition(() => model.doGenerate(call), settings.maxRetries, signal);
        return { bytes: bytesOf(answer, settings), use: useOf(answer, settings) };
      } catch (error) {
        signal.throwIfAborted();
        throw providerFailure(id, error);
      }
    },
  };
}

/** Base64 takes four characters for three bytes. */
const BYTES_PER_CHARACTER = 3 / 4;

function bytesOf({ images: [image] }: Answer, { id, maxBytes }: AiSdkSettings): Uint8Array {
  if (image === undefined || image.length === 0)
    throw engineFailure(
      id,
      'engine-no-image',
      'answered without a picture; its warnings or its console say why',
    );
  const length = typeof image === 'string' ? image.length * BYTES_PER_CHARACTER : image.length;
  if (length > maxBytes)
    throw engineFailure(
      id,
      'engine-wrong-output',
      `answered with more than ${maxBytes} bytes; raise maxBytes`,
    );
  return typeof image === 'string' ? new Uint8Array(Buffer.from(image, 'base64')) : image;
}

function useOf(answer: Answer, { model, costUsd }: AiSdkSettings): EngineUse {
  const { usage, warnings, response } = answer;
  const cost = typeof costUsd === 'function' ? costUsd(answer) : (costUsd ?? gatewayCost(answer));
  return {
    model: response.modelId === '' ? model.modelId : response.modelId,
    ...(cost !== undefined && { costUsd: cost }),
    ...(usage?.inputTokens !== undefined && { inputTokens: usage.inputTokens }),
    ...(usage?.outputTokens !== undefined && { outputTokens: usage.outputTokens }),
    ...(warnings.length > 0 && { warnings: warnings.map(sentenceOf) }),
  };
}

/** The AI Gateway tells what a call was charged, as a number in a text. */
function gatewayCost({ providerMetadata }: Answer): number | undefined {
  const gateway = providerMetadata?.['gateway'] as { readonly cost?: unknown } | undefined;
  const cost = Number(gateway?.cost ?? NaN);
  return Number.isFinite(cost) ? cost : undefined;
}

const sentenceOf = (warning: Answer['warnings'][number]): string =>
  warning.type === 'other'
    ? warning.message
    : [
        `${warning.type}: ${warning.feature}`,
        ...(warning.details === undefined ? [] : [warning.details]),
      ].join(', ');
