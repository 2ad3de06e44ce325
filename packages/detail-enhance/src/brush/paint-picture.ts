import { enlarge, gaussianBlur, luma, mapPlanes, shrink } from '@avatar/image';
import type { FaceLandmarks, FaceRegions, PlanarImage, Plane } from '@avatar/stage';
import type { Brushwork } from '@avatar/styles';
import { linen, type Canvas } from './canvas.js';
import { finenessMap } from './fineness.js';
import { paintLayer } from './layer.js';
import type { Layer, Motif } from './motif.js';
import { FIELD_SHRINK, orientationField } from './orientation-field.js';
import { inRakingLight } from './raking-light.js';

export interface PaintInput {
  readonly image: PlanarImage;
  /** Opacity of the person. */
  readonly alpha: Plane;
  readonly regions: FaceRegions;
  readonly landmarks: FaceLandmarks;
  readonly headHeightPx: number;
  readonly brushwork: Brushwork;
  /** In [0, 1]: 0 leaves the picture as it is. */
  readonly intensity: number;
  readonly seed: number;
  /** Called between the long steps. */
  readonly checkpoint: () => void;
}

/** The ground under the strokes: blurred by this many half-widths of the broadest brush, at a smaller size. */
const GROUND = { softness: 0.8, shrink: 8 };
/** Colours that are off by this much ask for a stroke: of the second brush, and of the finest. The broadest covers all. */
const TOLERANCE = { broad: 0.07, fine: 0.03 };
/** Load of the finest brush. */
const LEAST_LOAD = 0.35;
/** Fineness that the finest brush asks for. */
const FINEST = 0.95;
/** What is smaller than this share of a brush, it does not see. */
const VIEW = 0.55;
const SMALLEST_VIEW = 8;
/** Seeds of two layers lie this far apart. */
const SEED_STEP = 16;

/** A picture without what is smaller than the brush. */
function viewFor(image: PlanarImage, halfWidth: number): Pick<Layer, 'view' | 'viewShrink'> {
  const fitting = 2 ** Math.round(Math.log2(halfWidth * VIEW));
  const viewShrink = Math.max(1, Math.min(SMALLEST_VIEW, fitting));
  return { view: mapPlanes(image, (plane) => shrink(plane, viewShrink)), viewShrink };
}

function layersFor(image: PlanarImage, headHeightPx: number, brushwork: Brushwork): Layer[] {
  const { broadest, finest, layers } = brushwork;
  return Array.from({ length: layers }, (_, i) => {
    const share = i / (layers - 1);
    const halfWidth = Math.max(1, headHeightPx * broadest * (finest / broadest) ** share);
    return {
      halfWidth,
      load: 1 + (LEAST_LOAD - 1) * share,
      fineness: FINEST * share,
      tolerance: i === 0 ? -1 : TOLERANCE.broad + (TOLERANCE.fine - TOLERANCE.broad) * share,
      ...viewFor(image, halfWidth),
    };
  });
}

/** The underpainting: the picture without anything small. */
const groundOf = (image: PlanarImage, softnessPx: number): PlanarImage =>
  mapPlanes(image, (plane) => {
    const small = gaussianBlur(shrink(plane, GROUND.shrink), softnessPx / GROUND.shrink);
    return enlarge(small, plane.width, plane.height, GROUND.shrink);
  });

/**
 * Paints the picture anew with strokes of oil, from broad to fine brushes, along its edges and strands; fine ones only
 * where something fine is to be seen. (Layers: A. Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple
 * Sizes", 1998. Strokes that end at edges: P. Litwinowicz, "Processing Images and Video for an Impressionist
 * Effect", 1997.) Half of the paint is there at an intensity of 0.3 already: a thin glaze would be a filter.
 */
export function paintPicture(input: PaintInput): PlanarImage {
  const { image, regions, brushwork, headHeightPx, intensity, seed, checkpoint } = input;
  const { width, height } = image;
  const field = orientationField(luma(image));
  const motif: Motif = {
    field,
    fineness: finenessMap(input.alpha, regions, input.landmarks, field.detail),
    face: shrink(regions.oval, FIELD_SHRINK),
    brushwork,
  };
  checkpoint();
  const ground = groundOf(image, GROUND.softness * brushwork.broadest * headHeightPx);
  const canvas: Canvas = { planes: ground.planes, relief: linen(width, height, seed) };
  for (const [index, layer] of layersFor(image, headHeightPx, brushwork).entries()) {
    paintLayer(canvas, layer, motif, seed + SEED_STEP * index);
    checkpoint();
  }
  return inRakingLight(canvas, image, brushwork.relief, 1 - (1 - intensity) ** 2);
}
