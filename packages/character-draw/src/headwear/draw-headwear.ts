import type { HeadwearStyle } from '@avatar/character';
import type { Scene } from '../looks/vector/scene.js';
import { Milliner, type Headwear } from './milliner.js';
import { beanie } from './styles/beanie.js';
import { cap } from './styles/cap.js';
import { crown } from './styles/crown.js';
import { fedora } from './styles/fedora.js';
import { headphones } from './styles/headphones.js';
import { helmet } from './styles/helmet.js';
import { hijab } from './styles/hijab.js';
import { hood } from './styles/hood.js';
import { turban } from './styles/turban.js';
import { wizardHat } from './styles/wizard-hat.js';

const HEADWEAR: Readonly<Record<Exclude<HeadwearStyle, 'none'>, Headwear>> = {
  beanie,
  cap,
  crown,
  fedora,
  headphones,
  helmet,
  hijab,
  hood,
  turban,
  wizard_hat: wizardHat,
};

/** What of the headwear lies behind the head. */
export function drawHeadwearBack(scene: Scene): void {
  const { style } = scene.character.headwear;
  if (style !== 'none') HEADWEAR[style].back?.(new Milliner(scene));
}

export function drawHeadwear(scene: Scene): void {
  const { style } = scene.character.headwear;
  if (style !== 'none') HEADWEAR[style].front(new Milliner(scene));
}
