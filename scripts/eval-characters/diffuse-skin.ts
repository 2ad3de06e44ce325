import { landmarkPoint, NOSE_BASE } from '@avatar/face';
import { quantile, toLab, type Lab } from '@avatar/image';
import type { AlignedFace, FaceRegions } from '@avatar/stage';

/** Of the aligned photo's skin the band of lightness that neither shines nor lies in shadow. */
const BAND = { from: 0.25, to: 0.65 };

/** Mean colour of the diffuse skin of an aligned photo, CIELAB; undefined where there is hardly any. */
export function diffuseSkin({ crop, landmarks }: AlignedFace, { skin }: FaceRegions): Lab | undefined {
  const { L, a, b } = toLab(crop);
  // A beard counts as skin: only the upper face is bare for sure.
  const lowest = landmarkPoint(landmarks, NOSE_BASE)[1];
  const pixels: number[] = [];
  for (let i = 0; i < Math.floor(lowest) * skin.width; i += 3) if (skin.data[i] > 0.7) pixels.push(i);
  if (pixels.length < 200) return undefined;
  const lightness = pixels.map((i) => L[i]);
  const [low, high] = [quantile(lightness, BAND.from), quantile(lightness, BAND.to)];
  const band = pixels.filter((i) => L[i] >= low && L[i] <= high);
  const mean = (channel: Float32Array) => band.reduce((sum, i) => sum + channel[i], 0) / band.length;
  return [mean(L), mean(a), mean(b)];
}
