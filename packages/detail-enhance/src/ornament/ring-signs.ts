/** Bodies of the signs, in a cell from -1 to 1; signs of no script and of no faith. */
const BODIES = [
  '<circle r=".55"/>',
  '<path d="M.35-.6A.65.65 0 1 0 .35.6A.5.5 0 1 1 .35-.6"/>',
  '<path d="M0-.7L.62.5H-.62Z"/>',
  '<path d="M0-.75L.5 0L0 .75L-.5 0Z"/>',
  '<path d="M-.6-.4Q0-1 0 0T.6.4"/>',
  '<path d="M-.6.5A.6.6 0 0 1 .6.5"/><path d="M-.3.5A.3.3 0 0 1 .3.5"/>',
  '<path d="M-.55-.5L0 .1L.55-.5M-.55.1L0 .7L.55.1"/>',
] as const;
/** What a body may carry. */
const ADDITIONS = [
  '<circle r=".1" class="dot"/>',
  '<circle cy="-.92" r=".09" class="dot"/>',
  '<path d="M-.4.88H.4"/>',
  '<path d="M-.35-.9Q0-1.15.35-.9"/>',
  '',
] as const;

/** A sign by chance, as SVG in a cell from -1 to 1. */
export function sign(random: () => number): string {
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)];
  return `${pick(BODIES)}${pick(ADDITIONS)}`;
}
