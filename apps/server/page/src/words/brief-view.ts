import type { Description } from '@avatar/client';
import { byId, make } from '../elements.js';

const brief = byId('brief', HTMLTextAreaElement);
const marks = byId('brief-marks', HTMLDivElement);
const said = byId('said', HTMLParagraphElement);
const missing = byId('missing', HTMLUListElement);

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isDrawn: boolean;
}

/** What became of the words: those that were understood are marked where they stand. */
export function showReading(text: string, { understood, unsupported }: Description): void {
  const stretches = [
    ...understood.map(({ start, end }) => ({ start, end, isDrawn: true })),
    ...unsupported.map(({ start, end }) => ({ start, end, isDrawn: false })),
  ];
  if (brief.value === text) mark(text, stretches);
  const words = new Set(understood.map(({ start, end }) => `${start}-${end}`)).size;
  said.textContent =
    words === 0 && unsupported.length === 0
      ? 'Nothing about looks yet: say something about hair, face or clothes.'
      : `${words === 1 ? 'One thing' : `${words} things`} understood.`;
  missing.hidden = unsupported.length === 0;
  missing.replaceChildren(
    ...unsupported.map(({ words: wish }) => make('li', {}, `“${wish}” cannot be drawn`)),
  );
}

/** The words have changed, and nobody has read them yet. */
export function forgetReading(): void {
  marks.replaceChildren();
  said.textContent = '';
  missing.hidden = true;
}

/** Colours stretches of the text, behind the field that it is typed into. */
function mark(text: string, stretches: readonly Stretch[]): void {
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const { start, end, isDrawn } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start));
    parts.push(make('mark', { className: isDrawn ? 'drawn' : 'not-drawn' }, text.slice(start, end)));
    at = end;
  }
  // A last line without text would have no height.
  marks.replaceChildren(...parts, `${text.slice(at)}\n`);
  marks.scrollTop = brief.scrollTop;
}

/** Calls back with every change of the words. */
export function watchBrief(onWords: (text: string) => void): void {
  brief.addEventListener('input', () => {
    marks.replaceChildren();
    onWords(brief.value);
  });
  brief.addEventListener('scroll', () => (marks.scrollTop = brief.scrollTop));
}

export function writeBrief(text: string): void {
  brief.value = text;
  marks.replaceChildren();
}
