import type { PlanarImage, Plane } from '@avatar/stage';
import type { Brushwork } from '@avatar/styles';
import type { OrientationField } from './orientation-field.js';

/** What is painted with one size of brush. */
export interface Layer {
  /** Half the width of the brush in pixels. */
  readonly halfWidth: number;
  /** Paint on the brush: broad brushes carry more, in (0, 1]. */
  readonly load: number;
  /** Places that ask for at least this fineness are painted with this brush. */
  readonly fineness: number;
  /** Places that are off by less than this, as a sum over the channels, need no stroke; all need one when it is negative. */
  readonly tolerance: number;
  /** The picture as the brush sees it: without what is smaller. */
  readonly view: PlanarImage;
  /** Pixels of the picture for each pixel of `view`. */
  readonly viewShrink: number;
}

/** What the painting follows. The planes are as large as the field. */
export interface Motif {
  readonly field: OrientationField;
  /** How fine the brush has to be, from 0 (the broadest) to 1 (the finest). */
  readonly fineness: Plane;
  /** Coverage by the face. */
  readonly face: Plane;
  readonly brushwork: Brushwork;
}
