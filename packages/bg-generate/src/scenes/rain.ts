import type { PlanarImage } from '@avatar/stage';
import { fastLinear, fastSrgb, gaussianBlur, mix, planesOf, rasteriseSvg } from '@avatar/image';

/** Drops that fall while the shutter is open; lengths are fractions of the side, across for each length down. */
const DROPS = { count: 190, least: 0.025, most: 0.075, slant: -0.17, thin: 0.0009, thick: 0.0021 };
/** What a drop gathers of the light behind and around it, linear, and what it has of its own. */
const GATHERED = { gain: 0.9, own: 0.012, blur: 0.035 };

function dropsSvg(sizePx: number, random: () => number): string {
  const parts: string[] = [];
  for (let i = 0; i < DROPS.count; i++) {
    const near = random() ** 2;
    const x = random() * 1.1;
    const y = random() * 1.1 - 0.1;
    const length = mix(DROPS.least, DROPS.most, near) * (0.7 + 0.6 * random());
    const width = mix(DROPS.thin, DROPS.thick, near);
    parts.push(
      `<path d="M${x.toFixed(4)} ${y.toFixed(4)}l${(length * DROPS.slant).toFixed(4)} ${length.toFixed(4)}" stroke-width="${width.toFixed(5)}" stroke-opacity="${mix(0.15, 0.7, random()).toFixed(2)}"/>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 1 1"><g stroke="#fff" stroke-linecap="round">${parts.join('')}</g></svg>`;
}

/** Lets it rain over an sRGB-encoded square, in place. Drops are seen by the light that is behind them. */
export async function addRain(image: PlanarImage, random: () => number): Promise<void> {
  const { width, planes } = image;
  const drops = await rasteriseSvg(dropsSvg(width, random));
  const around = planesOf(image).map((plane) => gaussianBlur(plane, GATHERED.blur * width).data);
  for (let i = 0, o = 3; o < drops.data.length; i++, o += 4) {
    const cover = drops.data[o] / 255;
    if (cover === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const gathered = GATHERED.own + GATHERED.gain * fastLinear(around[channel][i]);
      planes[channel][i] = fastSrgb(fastLinear(planes[channel][i]) + cover * gathered);
    }
  }
}
