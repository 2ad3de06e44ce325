import type { HeadwearStyle } from '@avatar/character';
import { wearsGlass } from '../../../headwear/wears-glass.js';
import type { Figure } from '../model/figure.js';
import { beanie, cap, headphones } from './caps.js';
import { crown, fedora, wizardHat } from './hats.js';
import { helmet } from './helmet.js';
import { Milliner } from './milliner.js';
import { hijab, hood, turban } from './wraps.js';

/** Everything that can be worn on the head: a style without a maker does not compile. */
const MAKERS: Readonly<Record<HeadwearStyle, (milliner: Milliner, hairLift: number) => void>> = {
  none: () => undefined,
  hijab,
  turban,
  cap,
  beanie,
  headphones,
  wizard_hat: wizardHat,
  crown,
  helmet,
  fedora,
  hood,
};

/** @param hairLift height of the hair over the skull */
export function buildHeadwear(figure: Figure, hairLift: number): void {
  const { character } = figure.rig.person;
  // A helmet of glass comes with its suit.
  const style = wearsGlass(character) ? 'none' : character.headwear.style;
  MAKERS[style](new Milliner(figure), hairLift);
}
