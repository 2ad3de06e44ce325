import { AvatarError } from '@avatar/stage';
import { interpreterInstructions, interpreterMessage } from './instructions.js';
import type { Interpret } from './interpret.js';

/** A language model behind an endpoint that speaks as OpenAI's chat completions do. */
export interface ChatCompletionsOptions {
  /** Such as `http://127.0.0.1:11434/v1`; a trailing slash does not matter. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as `Authorization: Bearer`. Default: none, as servers of one's own have it. */
  readonly apiKey?: string | undefined;
}

/** An answer is some edits; more is none of ours. */
const MOST_BYTES = 100_000;
const MOST_TOKENS = 1_000;

/**
 * An interpreter that asks a language model. It sends the instructions, the recipe and the message, once, and follows
 * no redirect.
 *
 * @throws AvatarError `stage-failed` with the reason `bad-answer` for another status than 200, for an answer of more
 * than 100,000 bytes, and for one whose message is no JSON; the signal's reason
 */
export function chatCompletionsInterpreter({ baseUrl, model, apiKey }: ChatCompletionsOptions): Interpret {
  const url = `${baseUrl.replace(/\/+$/, '')}/chat/completions`;
  const instructions = interpreterInstructions();
  return async (message, recipe, signal) => {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: interpreterMessage(message, recipe) },
        ],
      }),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw badAnswer(`the status ${answer.status}`, { status: answer.status });
    }
    return contentOf(await limitedText(answer));
  };
}

async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw badAnswer(`more than ${MOST_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

/** The JSON in the first choice; some models put a fence around it. */
function contentOf(text: string): unknown {
  try {
    const { choices } = JSON.parse(text) as { choices: { message: { content: string } }[] };
    const { content } = choices[0].message;
    return JSON.parse(content.replace(/^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/, '$1'));
  } catch {
    // What was said is not repeated: it may hold the message.
    throw badAnswer('no JSON');
  }
}

const badAnswer = (what: string, facts: Readonly<Record<string, number>> = {}): AvatarError =>
  new AvatarError('stage-failed', `The interpreter's endpoint answered with ${what}`, {
    reason: 'bad-answer',
    facts,
  });
