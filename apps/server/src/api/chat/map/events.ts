import type { TurnAnswer, TurnEvent } from '../../../conversations/index.js';
import type { Presenter } from '../../v1/map/presenter.js';
import { chatAnswer, generationOf } from './answer.js';

/** One of the vendor's events: an object with its `type`. */
export type ChatEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

const TOOL = 'generate_avatar';

/** What is told while a message is answered. */
export class ChatEvents {
  /** Everything about pictures waits for the text that comes before them. */
  #told = false;
  readonly #made: ChatEvent[] = [];

  constructor(
    private readonly sessionId: string,
    private readonly presenter: Presenter,
  ) {}

  /** The events of one thing that happened. */
  during(event: TurnEvent): readonly ChatEvent[] {
    if (event.type === 'understood') {
      this.#told = true;
      return [
        { type: 'thinking_delta', content: event.text },
        { type: 'status', message: 'Making the picture', tool_name: TOOL, parameters: { ...event.recipe } },
      ];
    }
    const execution = { execution_id: `exec_${event.execution + 1}` };
    if (event.type === 'begun')
      return [{ type: 'execution_started', ...execution, model: `avatar/${event.style}` }];
    if (event.type === 'progress')
      return [
        {
          type: 'execution_progress',
          ...execution,
          model: `avatar/${event.style}`,
          ...(event.stage !== undefined && { stage: event.stage }),
          progress: event.share,
          completed_steps: event.done,
          total_steps: event.total,
        },
      ];
    const made = generationOf(event.picture, this.presenter);
    if (made) this.#made.push({ type: 'generation_response', ...made });
    this.#made.push({
      type: 'execution_completed',
      ...execution,
      model: `avatar/${event.picture.style}`,
      duration_ms: Math.round(event.durationMs),
    });
    return [];
  }

  /** The events of the end. */
  ended(answer: TurnAnswer): readonly ChatEvent[] {
    const { status, content, question, pictures } = answer;
    const all = chatAnswer(this.sessionId, answer, this.presenter);
    const thinking = this.#told ? [] : [{ type: 'thinking_delta', content: 'Reading the message' }];
    const shown =
      this.#made.length > 0
        ? this.#made
        : pictures.flatMap((picture) => {
            const made = generationOf(picture, this.presenter);
            return made ? [{ type: 'generation_response', ...made }] : [];
          });
    const said: ChatEvent =
      status === 'refused'
        ? { type: 'error', code: 'content-policy', message: content, details: {} }
        : question
          ? {
              type: 'clarification_needed',
              question: question.question,
              options: question.options,
              context: content,
            }
          : { type: 'text_response', content };
    const { content: _said, code, ...rest } = all;
    return [...thinking, said, ...shown, { type: 'complete', ...rest, ...(code && { code }) }];
  }
}
