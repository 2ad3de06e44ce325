import type { ChatAnswer } from '@avatar/client';
import { DECISIONS } from '../decisions.js';
import { make } from '../elements.js';
import type { Remedy } from './failure.js';

/** What an answer shows, whether it came just now or was read from the server. */
export interface ShownAnswer {
  readonly text: string;
  /** Signed addresses, empty for an answer without a picture. */
  readonly pictures: readonly string[];
  readonly likeness?: number | null | undefined;
  readonly decision?: string | null | undefined;
  readonly warnings?: readonly string[];
  readonly isRefused?: boolean;
}

type Verdict = Pick<ChatAnswer['avatar'], 'likeness_score' | 'decision' | 'warnings'>;

/** What the gate said, as an answer shows it. */
export const judgementOf = ({
  likeness_score: likeness,
  decision,
  warnings,
}: Verdict): Partial<ShownAnswer> => ({
  likeness,
  decision,
  // Several pictures may have the same fault.
  warnings: [...new Set(warnings.map(({ message }) => message))],
});

/** A person should look first. */
export const isDoubtful = (decision: string | null | undefined): boolean =>
  decision === 'review' || decision === 'discard';

/** What somebody wrote, with what they sent along. */
export function saidTurn(text: string, along: readonly string[]): HTMLElement {
  const pictures = along.map((src) => make('img', { src, alt: 'Sent along', width: 72, height: 72 }));
  const turn = make('div', { className: 'turn said-by-you' }, make('p', {}, text), ...pictures);
  turn.prepend(make('span', { className: 'visually-hidden' }, 'You: '));
  return turn;
}

/** @param onPicture told which picture is to be seen large, from 0 */
export function answerTurn(answer: ShownAnswer, onPicture: (at: number) => void): HTMLElement {
  const { text, pictures, isRefused } = answer;
  const turn = make('div', { className: isRefused ? 'turn answer refused' : 'turn answer' });
  turn.append(make('p', {}, spoken(text)));
  const told = judgement(answer);
  if (pictures.length === 0) turn.append(...told);
  else {
    const outcome = make('div', { className: pictures.length === 1 ? 'outcome' : 'outcome several' });
    outcome.append(pictureGrid(pictures, onPicture));
    if (told.length > 0) outcome.append(make('div', { className: 'told' }, ...told));
    turn.append(outcome);
  }
  return turn;
}

/** Options that stand in one line are easier to read each in its own. */
const spoken = (text: string): string => text.replaceAll(/ {1,2}(?=[1-9]\. )/g, '\n');

function pictureGrid(pictures: readonly string[], onPicture: (at: number) => void): HTMLElement {
  const isOne = pictures.length === 1;
  const grid = make('div', { className: 'results' });
  const buttons = pictures.map((src, at) => {
    const name = isOne ? 'The picture' : `Picture ${at + 1}`;
    const image = make('img', { src, alt: name, width: 240, height: 240, decoding: 'async' });
    // A link that has run out, or a picture that was deleted.
    image.addEventListener('error', () => button.classList.add('gone'), { once: true });
    const button = make('button', { type: 'button', className: 'result' }, image);
    if (!isOne) button.append(make('span', { ariaHidden: 'true' }, String(at + 1)));
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => onPicture(at));
    return button;
  });
  grid.append(...buttons);
  return grid;
}

/** The gate's word, its score and what it warns of, as they are. */
function judgement({ likeness, decision, warnings = [] }: ShownAnswer): HTMLElement[] {
  const facts = [
    ...(typeof likeness === 'number' ? [`Likeness ${likeness.toFixed(2)}`] : []),
    ...(decision ? [DECISIONS[decision] ?? decision] : []),
  ];
  return [
    ...(facts.length > 0
      ? [
          make(
            'p',
            { className: isDoubtful(decision) ? 'verdict-line doubtful' : 'verdict-line' },
            sentence(facts),
          ),
        ]
      : []),
    ...(warnings.length > 0
      ? [make('ul', { className: 'turn-warnings' }, ...warnings.map((one) => make('li', {}, one)))]
      : []),
  ];
}

const sentence = (facts: readonly string[]): string => {
  const words = facts.join(' · ');
  return words[0].toUpperCase() + words.slice(1);
};

/** Answers that were offered. They are gone once one was given. */
export function optionButtons(options: readonly string[], onOption: (label: string) => void): HTMLElement {
  const group = make('div', { className: 'options' });
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Answers');
  group.append(
    ...options.map((label) => {
      const button = make('button', { type: 'button', className: 'quiet' }, label);
      button.addEventListener('click', () => onOption(label));
      return button;
    }),
  );
  return group;
}

const REMEDIES: Readonly<Record<Remedy, string>> = {
  retry: 'Try again',
  photo: 'Send another photo',
  reload: 'Load the page again',
};

export function failedTurn(words: string, remedy: Remedy, onRemedy: () => void): HTMLElement {
  const button = make('button', { type: 'button', className: 'quiet' }, REMEDIES[remedy]);
  button.addEventListener('click', onRemedy);
  return make(
    'div',
    { className: 'turn answer failed' },
    make('p', {}, words),
    make('div', { className: 'options' }, button),
  );
}

/** Something that nobody said: a stop, a loss. */
export const noteTurn = (words: string): HTMLElement => make('p', { className: 'turn-note' }, words);
