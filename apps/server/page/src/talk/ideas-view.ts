import { byId, make } from '../elements.js';

const ideas = byId('talk-ideas', HTMLDivElement);

/** Messages to send with one click; none while something else is to be answered. */
export function showIdeas(words: readonly string[], onIdea: (words: string) => void): void {
  ideas.hidden = words.length === 0;
  ideas.replaceChildren(
    ...words.map((idea) => {
      const chip = make('button', { type: 'button', className: 'pill' }, idea);
      chip.addEventListener('click', () => onIdea(idea));
      return chip;
    }),
  );
}
