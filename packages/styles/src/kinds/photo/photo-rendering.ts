import type { Brushwork } from '../../parameters/brushwork.js';
import type { GradeParameters } from '../../parameters/grade.js';
import type { RelightParameters, ToneParameters } from '../../parameters/light.js';
import type { Ornament } from '../../parameters/ornament.js';
import type { RetouchParameters } from '../../parameters/retouch.js';

/** How the person is rendered: a photo stays a photo. */
export interface PhotoRendering {
  readonly kind: 'photo';
  readonly tone: ToneParameters;
  readonly relight: RelightParameters;
  readonly retouch: RetouchParameters;
  /** Drawn around the finished person. */
  readonly ornament?: Ornament;
  /** Laid over the finished picture, backdrop and all. Without it colours stay as retouching leaves them. */
  readonly grade?: GradeParameters;
  /** Paints the finished picture anew in oil. */
  readonly brushwork?: Brushwork;
}
