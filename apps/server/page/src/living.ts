import { byId } from './elements.js';
import { pictureUrl, type PictureList } from './pictures.js';

/** The order of the show: one change after the other, so that styles and people alternate. */
const SHOW: readonly (readonly [person: string, style: string])[] = [
  ['collins', 'cinematic'],
  ['hopper', 'painterly'],
  ['collins', 'cartoon'],
  ['hopper', 'corporate_headshot'],
  ['collins', 'character_anime'],
  ['hopper', '3d_render'],
  ['collins', 'anime_character'],
  ['hopper', 'noir'],
];
const SWEEP_MS = 1_600;
const REST_MS = 2_600;
const FROM = 96;
const TO = 4;

const figure = byId('living', HTMLElement);
const before = byId('living-before', HTMLImageElement);
const after = byId('living-after', HTMLImageElement);
const split = byId('living-split', HTMLInputElement);
const pause = byId('living-pause', HTMLButtonElement);

const setSplit = (percent: number): void => {
  figure.style.setProperty('--split', `${percent}%`);
  split.value = String(Math.round(percent));
};
const eased = (share: number): number => share * share * (3 - 2 * share);
const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The hand moves the edge at any time; whoever wishes for rest has a still picture, or stops it. */
export function startLiving(pictures: PictureList, labelOf: (style: string) => string): void {
  let isStopped = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const stop = (): void => {
    isStopped = true;
    pause.textContent = 'Play';
  };
  split.addEventListener('input', () => {
    stop();
    setSplit(Number(split.value));
  });
  pause.hidden = false;
  pause.textContent = isStopped ? 'Play' : 'Pause';
  let round = 0;
  pause.addEventListener('click', () => {
    if (!isStopped) {
      stop();
      return;
    }
    isStopped = false;
    pause.textContent = 'Pause';
    void show();
  });

  async function show(): Promise<void> {
    const mine = ++round;
    const isOver = () => isStopped || mine !== round;
    for (let at = 1; !isOver(); at = (at + 1) % SHOW.length) {
      await delay(REST_MS);
      while (document.hidden && !isOver()) await delay(REST_MS);
      if (isOver() || !(await change(...SHOW[at], pictures, labelOf))) return;
      await sweep(isOver);
    }
  }
  if (!isStopped) void show();
}

async function change(
  person: string,
  style: string,
  { portraits }: PictureList,
  labelOf: (style: string) => string,
): Promise<boolean> {
  const portrait = portraits.find((one) => one.person === person);
  const look = portrait?.looks.find((one) => one.style === style);
  if (portrait === undefined || look === undefined) return false;
  const [first, second] = [pictureUrl(look.before), pictureUrl(look.after)];
  // Both are there before either is shown.
  await Promise.all([first, second].map(decoded));
  setSplit(FROM);
  before.src = first;
  before.alt = `${portrait.by}'s portrait of ${portrait.name}`;
  after.src = second;
  after.alt = `The same portrait in the style ${labelOf(style)}`;
  byId('living-person', HTMLSpanElement).textContent = `${portrait.name}, photo by ${portrait.by}`;
  byId('living-style', HTMLElement).textContent = labelOf(style);
  return true;
}

function decoded(src: string): Promise<void> {
  const image = new Image();
  image.src = src;
  return image.decode().catch(() => undefined);
}

const sweep = (isOver: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const startMs = performance.now();
    const step = (nowMs: number): void => {
      if (isOver()) {
        resolve();
        return;
      }
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / SWEEP_MS));
      setSplit(FROM + (TO - FROM) * eased(share));
      if (share === 1) resolve();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
