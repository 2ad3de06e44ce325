/** What lighter and darker go towards, as no hair becomes grey by getting lighter, and no skin chalky. */
const ENDS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  hair: ['#e6d3a8', '#17110f'],
  skin: ['#f6dccb', '#3a2417'],
};
const ANY: readonly [string, string] = ['#ffffff', '#000000'];
const SHARE = 0.28;

/** A colour so many steps lighter, or darker with less than none. @param of `hair`, `skin` or anything else */
export function shaded(hex: string, steps: number, of: string): string {
  const [light, dark] = ENDS[of] ?? ANY;
  const share = 1 - (1 - SHARE) ** Math.abs(steps);
  return mixed(hex, steps > 0 ? light : dark, share);
}

function mixed(from: string, to: string, share: number): string {
  const long = from.length === 4 ? from.replaceAll(/[0-9a-f]/gi, '$&$&') : from;
  const channels = [1, 3, 5].map((at) => {
    const [one, other] = [long, to].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round(one * (1 - share) + other * share);
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
