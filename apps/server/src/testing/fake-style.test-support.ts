import { setTimeout as pause } from 'node:timers/promises';
import { AvatarError, type RejectionReason } from '@avatar/stage';
import { corporateHeadshot } from '@avatar/styles';
import type { MeasuredInWorker, TaskControl } from '@avatar/worker-pool';
import type { FittedStyle } from '../styles/index.js';

/** The picture says in words what happens: `slow:100`, `broken`, `die`, `explicit`, `incoherent`, `mixed`. */
export async function measuredExample(payload: unknown, { signal }: TaskControl): Promise<MeasuredInWorker> {
  const { example } = payload as { example: Uint8Array };
  const words = new TextDecoder().decode(example);
  await pause(Number(/slow:(\d+)/.exec(words)?.[1] ?? 0), undefined, { signal });
  if (words.includes('die')) process.kill(process.pid, 'SIGKILL');
  return words.includes('broken') ? { unusable: 'not-an-image' } : { figures: example };
}

/** Refuses as the real one does, in fewer words. */
export function fittedStyle(payload: unknown): FittedStyle {
  const { examples, options } = payload as {
    examples: readonly MeasuredInWorker[];
    options: { token: string; label: string; minExamples: number };
  };
  const words = examples.flatMap((one) => ('figures' in one ? new TextDecoder().decode(one.figures) : []));
  const refuse = (reason: RejectionReason) =>
    AvatarError.rejected(reason, `They are ${reason}. Send others.`);
  if (words.some((text) => text.includes('explicit'))) throw refuse('content-policy');
  if (words.length < options.minExamples) throw refuse('too-few-examples');
  if (words.some((text) => text.includes('incoherent'))) throw refuse('incoherent-examples');
  const { token, label } = options;
  const style = { ...corporateHeadshot, token, label };
  const variant = {
    style: { ...style, token: `${token}_1`, rendering: { kind: 'fitted', technique: 'hatch' } },
    used: 8,
    coherence: 0.7,
  };
  return {
    style,
    report: {
      examples: examples.length,
      used: words.length,
      leftOut: examples.flatMap((one, index) => ('unusable' in one ? { index, reason: one.unusable } : [])),
      coherence: 0.8,
      confidence: 0.9,
      examplesAre: 'photos',
      techniques: { hatch: 0.2, paint: 0.2, flat: 0.2, wash: 0.2, stipple: 0.2 },
      faces: words.length,
      extractor: 1,
    },
    variants: words.some((text) => text.includes('mixed')) ? [variant as never] : [],
  };
}
