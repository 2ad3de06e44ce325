import { CHIN, landmarkPoint } from '@avatar/face';
import { createPlane, shortSide } from '@avatar/image';
import type { AlignedFace, Cutout, FaceRegions, Plane } from '@avatar/stage';
import type { RelightParameters, ToneParameters } from '@avatar/styles';
import { exposureLog, referenceLightness, skinBrightening } from './skin-exposure.js';
import { gelLight, type GelLight } from './gel-light.js';
import { fitLight } from './light-fit.js';
import { centreOnFace, lightRatioLog } from './light-ratio.js';
import { neutralColour, shareForNeutrals } from './neutrals.js';
import { shadowFillLog } from './shadow-fill.js';
import { subjectGrid } from './subject-grid.js';
import { buildSurface, gridFactor, type Surface } from './surface.js';
import { balanceGains, exposedSkin, type GainsLog } from './white-balance.js';

/** Everything that style-apply does to a picture, at full strength. Logarithms are natural, of factors in linear light. */
export interface Treatment {
  readonly skinGainsLog: GainsLog;
  /** White balance of everything but the skin. */
  readonly gainsLog: GainsLog;
  readonly exposureLog: number;
  /** Brightness by place, on the grid of the surface. */
  readonly ratioLog: Plane;
  readonly contrast: number;
  /** Lightness in [0, 1] that the contrast curve leaves where it is. */
  readonly pivot: number;
  readonly saturation: number;
  /** Coloured lamps, where the style has some. */
  readonly gelLight?: GelLight;
}

/** The skin's lightness moves the pivot of the contrast only within these bounds. */
const PIVOT = { min: 0.4, max: 0.62 };

/** What the light and colour of a style are given by. */
export interface TreatmentParameters {
  readonly tone: ToneParameters;
  readonly relight: RelightParameters;
}

export interface TreatmentPlan {
  readonly treatment: Treatment;
  readonly surface: Surface;
  /** 1 when the photo is lit from the right of the picture, else -1: every light of the style comes from there too. */
  readonly keySide: 1 | -1;
}

/** Measures the photo and decides on light and colour. */
export function planTreatment(
  face: AlignedFace,
  cutout: Cutout,
  regions: FaceRegions,
  { tone, relight }: TreatmentParameters,
): TreatmentPlan {
  const shrinkFactor = gridFactor(shortSide(cutout.alpha));
  const grid = subjectGrid(face, cutout, regions, shrinkFactor);
  const surface = buildSurface(face, grid.alpha, shrinkFactor);
  const light = fitLight(surface, grid.logLuminance, grid.skin);
  const keySide = light.x >= 0 ? 1 : -1;
  const ratio = lightRatioLog(surface, light, relight);
  const fill = shadowFillLog(
    surface,
    light,
    grid.logLuminance,
    grid.skin,
    face.headHeightPx / surface.shrinkFactor,
    relight.shadowFill,
  );
  const fallOff = bottomFallOffLog(ratio, face, relight.bottomBrightness, surface.shrinkFactor);
  for (let i = 0; i < ratio.data.length; i++) ratio.data[i] += fill.data[i] + fallOff[i];
  const lightness = { ...grid.alpha, data: grid.lab.L };
  const exposure = exposureLog(regions.skinLab[0], referenceLightness({ ...grid, lightness }), tone);
  const skinGainsLog = balanceGains(exposedSkin(regions.skinLab, exposure), tone);
  const share = shareForNeutrals(neutralColour(grid.lab, grid.alpha, grid.skin), skinGainsLog);
  const ratioLog = centreOnFace(ratio, surface.face);
  const brightening = skinBrightening(grid.logLuminance, ratioLog, grid.skin);
  const treatment: Treatment = {
    skinGainsLog,
    gainsLog: [skinGainsLog[0] * share, skinGainsLog[1] * share, skinGainsLog[2] * share],
    exposureLog: exposure - brightening,
    ratioLog,
    contrast: tone.contrast,
    pivot: Math.min(PIVOT.max, Math.max(PIVOT.min, regions.skinLab[0] / 100)),
    saturation: tone.saturation,
    ...(relight.gels && { gelLight: gelLight(surface, relight.gels, keySide) }),
  };
  return { treatment, surface, keySide };
}

/** The light ends under the shoulders: a ramp from the chin to the bottom edge, by row of the grid. */
function bottomFallOffLog(
  grid: Plane,
  face: AlignedFace,
  bottomBrightness: number,
  shrinkFactor: number,
): Float32Array {
  const chin = landmarkPoint(face.landmarks, CHIN)[1] / shrinkFactor;
  const reach = Math.max(grid.height - chin, grid.height * 0.1);
  const ramp = createPlane(grid.width, grid.height).data;
  for (let y = 0; y < grid.height; y++) {
    const way = Math.min(1, Math.max(0, (y - chin) / reach));
    ramp.fill(Math.log(bottomBrightness) * way, y * grid.width, (y + 1) * grid.width);
  }
  return ramp;
}
