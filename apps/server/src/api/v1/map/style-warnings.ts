import { STYLE_EXAMPLES } from '@avatar/styles';
import type { FittedStyle } from '../../../styles/index.js';

/** Sets as alike as this are one style. */
const COHERENT = 0.55;

/** What a look at the previews should tell before a style is used. */
export function styleWarnings({ report, variants }: FittedStyle): { code: string; message: string }[] {
  const { examples, coherence } = report;
  return [
    ...(examples < STYLE_EXAMPLES.usual
      ? [
          {
            code: 'few-examples',
            message: `The style is made of fewer than ${STYLE_EXAMPLES.usual} pictures, so it depends on which they are. Look at the previews.`,
          },
        ]
      : []),
    ...(coherence < COHERENT
      ? [
          {
            code: 'different-examples',
            message:
              variants.length > 0
                ? 'The pictures are of several styles. Look at the previews of the variants, each of which is one of them.'
                : 'The pictures differ from one another. Look at the previews.',
          },
        ]
      : []),
  ];
}
