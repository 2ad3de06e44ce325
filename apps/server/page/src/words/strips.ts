import { EXPRESSIONS } from '@avatar/character';
import type { Character, DrawOptions } from '@avatar/client';
import { byId, make } from '../elements.js';

/** How a person stands in one picture, apart from who they are. */
export type Stance = Pick<DrawOptions, 'expression' | 'pose' | 'framing'>;
/** What becomes of a stance: an undefined part is given back to the words. */
export type StanceChange = { readonly [Name in keyof Stance]?: Stance[Name] | undefined };

interface Thumbnail {
  readonly label: string;
  readonly stance: Stance;
}

const FACES: readonly Thumbnail[] = EXPRESSIONS.map(({ value, label }) => ({
  label,
  stance: { expression: value, framing: 'close_up' },
}));
const POSES: readonly Thumbnail[] = [
  { label: 'Straight on', stance: { pose: { yaw: 0, gesture: 'none' } } },
  { label: 'To the left', stance: { pose: { yaw: -30, gesture: 'none' } } },
  { label: 'To the right', stance: { pose: { yaw: 30, gesture: 'none' } } },
  { label: 'Head tilted', stance: { pose: { yaw: 14, roll: 9, gesture: 'none' } } },
  { label: 'Waving', stance: { pose: { yaw: 0, gesture: 'wave' } } },
  { label: 'Arms crossed', stance: { pose: { yaw: 0, gesture: 'arms_crossed' } } },
  { label: 'Thumbs up', stance: { pose: { yaw: 0, gesture: 'thumbs_up' } } },
  { label: 'Hand on the chin', stance: { pose: { yaw: 0, gesture: 'hand_on_chin' } } },
];

/** Draws one small picture; undefined when it is not wanted any more. */
export type DrawSmall = (character: Character, stance: Stance) => Promise<string | undefined>;

/** Expressions and poses of the person who is shown, as thumbnails that are drawn when there is nothing else to do. */
export class Strips {
  readonly #tiles: readonly { readonly thumbnail: Thumbnail; readonly image: HTMLImageElement }[];
  readonly #box = byId('expressions', HTMLDivElement);
  #isVisible = false;
  #round = 0;
  #waiting: Character | undefined;

  constructor(
    onStance: (change: StanceChange) => void,
    private readonly draw: DrawSmall,
  ) {
    const faces = fill('expressions', FACES, ({ expression }: StanceChange) => onStance({ expression }));
    const poses = fill('poses', POSES, onStance);
    this.#tiles = [...faces, ...poses];
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.#isVisible = isIntersecting;
      if (isIntersecting && this.#waiting) this.show(this.#waiting);
    }).observe(this.#box.closest('.strips') ?? this.#box);
  }

  /** Draws all of them anew, unless nobody sees them: then when somebody does. */
  show(character: Character): void {
    this.#waiting = this.#isVisible ? undefined : character;
    if (this.#isVisible) void this.#drawAll(character, ++this.#round);
  }

  /** The person changed: what is still to be drawn would be of somebody else. */
  stop(): void {
    this.#round++;
  }

  async #drawAll(character: Character, mine: number): Promise<void> {
    for (const { thumbnail, image } of this.#tiles) {
      const url = await this.draw(character, thumbnail.stance);
      if (url === undefined || mine !== this.#round) return;
      URL.revokeObjectURL(image.src);
      image.src = url;
      image.hidden = false;
    }
  }
}

function fill(id: string, thumbnails: readonly Thumbnail[], onStance: (change: StanceChange) => void) {
  const tiles = thumbnails.map((thumbnail) => {
    const image = make('img', { alt: '', width: 96, height: 96, hidden: true });
    const frame = make('span', { className: 'thumb-frame' }, image);
    const button = make('button', { type: 'button', className: 'thumb' }, frame, thumbnail.label);
    button.setAttribute('aria-pressed', 'false');
    return { thumbnail, image, button };
  });
  for (const { button, thumbnail } of tiles)
    button.addEventListener('click', () => {
      const isPressed = button.getAttribute('aria-pressed') === 'true';
      for (const other of tiles)
        other.button.setAttribute('aria-pressed', String(other.button === button && !isPressed));
      // A second click gives it back to the words.
      onStance(isPressed ? emptied(thumbnail.stance) : thumbnail.stance);
    });
  byId(id, HTMLDivElement).replaceChildren(...tiles.map(({ button }) => button));
  return tiles;
}

const emptied = (stance: StanceChange): StanceChange =>
  Object.fromEntries(Object.keys(stance).map((name) => [name, undefined]));
