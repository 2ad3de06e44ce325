import { BACKGROUNDS, LOOK_LABELS, STYLE_LABELS } from './labels.js';
import type { StyleConcept } from './lexicon/styles.js';
import { STYLE_CONCEPTS } from './lexicon/styles.js';
import type { Edit } from './recipe/edits.js';
import type { Look, Subject } from './recipe/recipe.js';
import type { Option, Pending } from './recipe/state.js';

/** The styles that a question names: few enough to read. */
const FIRST_OFFERED = ['professional', 'cartoon', '3-D', 'anime'];

const MOST_OFFERED = 4;

/** What a kind of picture changes in the recipe. */
export function styleEdits({ style, look }: StyleConcept, subject: Subject | undefined): readonly Edit[] {
  const edits: Edit[] = [];
  if (subject !== 'character' && style !== undefined) edits.push({ set: 'style', to: style });
  if (subject !== 'photo' && look !== undefined) edits.push({ set: 'look', to: look });
  return edits;
}

export const styleOption = (concept: StyleConcept, subject: Subject | undefined): Option => ({
  label: concept.style === undefined ? concept.name : STYLE_LABELS[concept.style],
  edits: styleEdits(concept, subject),
});

const lookOption = (look: Look): Option => ({
  label: LOOK_LABELS[look],
  edits: [{ set: 'look', to: look }],
});

export const backgroundOption = (token: string): Option => ({
  label: BACKGROUNDS[token],
  edits: [{ set: 'background', to: token }],
});

/** Kinds of pictures to choose from, without some. */
export function styleQuestion(
  question: string,
  subject: Subject | undefined,
  without: readonly string[] = [],
): Pending {
  if (subject === 'character')
    return {
      question,
      options: (['toon3d', 'anime', 'flat'] as const)
        .filter((look) => !STYLE_CONCEPTS.some((one) => one.look === look && without.includes(one.name)))
        .map(lookOption),
    };
  const options = STYLE_CONCEPTS.filter(
    ({ name }) => FIRST_OFFERED.includes(name) && !without.includes(name),
  ).map((concept) => styleOption(concept, subject));
  return { question, options };
}

/** Kinds of pictures to choose from, those that come near first. */
export function nearStyleQuestion(
  question: string,
  nearest: readonly StyleConcept[],
  subject: Subject | undefined,
): Pending {
  const { options: usual } = styleQuestion(question, subject);
  if (subject === 'character') return { question, options: usual };
  const near = nearest.map((concept) => styleOption(concept, subject));
  const others = usual.filter(({ label }) => !near.some((one) => one.label === label));
  return { question, options: [...near, ...others].slice(0, MOST_OFFERED) };
}

/** What may be wished at all, when nothing was understood. */
export function generalQuestion(subject: Subject | undefined): Pending {
  if (subject === undefined)
    return {
      question:
        'Whom shall I draw? Send a photo, or describe a person, such as "a woman with a silver bob and round glasses".',
      options: [],
    };
  const shared: readonly Option[] = [
    { label: 'Warmer light', edits: [{ set: 'light', to: 'warm' }] },
    { label: 'Another background', edits: [{ set: 'background', to: 'gradient' }] },
  ];
  const own = styleQuestion('', subject).options.slice(0, 2);
  return { question: 'I did not understand what to change. What shall it be?', options: [...own, ...shared] };
}
