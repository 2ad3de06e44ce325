import type { PoolDrawOptions } from '@avatar/worker-pool';
import type { AvatarWarning } from '../../generations/index.js';
import type { StyleName } from './person-attributes.js';

/** How a vendor's style is drawn here, and what of it is not. */
export interface PictureStyle {
  readonly drawing: Pick<PoolDrawOptions, 'look' | 'background' | 'palette'>;
  readonly warnings: readonly AvatarWarning[];
}

export const REALISTIC_NEEDS_ENGINE: AvatarWarning = {
  code: 'realistic-needs-engine',
  message:
    'A photograph of a person who does not exist needs a generative engine, and none is configured: this is the most ' +
    'lifelike drawing.',
};
/** Film looks grade a photograph; of a drawing the light and the backdrop can follow them. */
const onlyItsBackdrop = (style: string): AvatarWarning => ({
  code: 'style-in-backdrop',
  message: `Of the style ${style}, backdrop and light are drawn; the picture is not graded as a photograph would be.`,
});

const STYLES: Readonly<Record<StyleName, PictureStyle>> = {
  Realistic: {
    drawing: { look: 'toon3d', background: 'studio_light', palette: 'neutral_grey' },
    warnings: [REALISTIC_NEEDS_ENGINE],
  },
  Pixar: { drawing: { look: 'toon3d', background: 'own' }, warnings: [] },
  Cinematic: {
    drawing: { look: 'toon3d', background: 'warm_studio', palette: 'amber_plum' },
    warnings: [onlyItsBackdrop('Cinematic')],
  },
  Vintage: {
    drawing: { look: 'toon3d', background: 'studio_light', palette: 'umber' },
    warnings: [onlyItsBackdrop('Vintage')],
  },
  Noir: {
    drawing: { look: 'toon3d', background: 'blinds', palette: 'charcoal' },
    warnings: [onlyItsBackdrop('Noir')],
  },
  Cyberpunk: { drawing: { look: 'toon3d', background: 'neon_city' }, warnings: [] },
  Unspecified: { drawing: { look: 'toon3d', background: 'own' }, warnings: [] },
};

export const pictureStyle = (style: StyleName): PictureStyle => STYLES[style];
