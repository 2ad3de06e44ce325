import type { AvatarClient, Character } from '@avatar/client';
import { byId, make } from '../elements.js';
import { complainIn, noComplaint } from '../page-status.js';
import { pictureOf, saveFile } from '../words/picture-data.js';
import type { BustView } from './bust-view.js';

const PROBLEM = 'bust-problem';
const MOODS: readonly (readonly [name: string, label: string])[] = [
  ['neutral', 'Neutral'],
  ['smile', 'Smile'],
  ['laugh', 'Laugh'],
  ['surprised', 'Surprised'],
  ['smug', 'Smug'],
  ['sad', 'Sad'],
  ['serious', 'Serious'],
];
const DEG_PER_PX = 0.5;
const DEG_PER_KEY = 10;
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -DEG_PER_KEY, ArrowRight: DEG_PER_KEY };

/** The person as a bust, over the page: turned, moved and lit. What draws it is fetched when it is opened. */
export class BustDialog {
  readonly #complain = complainIn(PROBLEM);
  readonly #dialog = byId('bust', HTMLDialogElement);
  readonly #frame = byId('bust-frame', HTMLDivElement);
  #canvas = byId('bust-canvas', HTMLCanvasElement);
  readonly #turn = byId('bust-turn', HTMLInputElement);
  readonly #light = byId('bust-light', HTMLInputElement);
  readonly #moods = byId('bust-moods', HTMLDivElement);
  #view: BustView | undefined;
  /** The last one that was made: nobody pays twice for the same bust. */
  #made: { readonly key: string; readonly file: Blob } | undefined;

  constructor(private readonly client: AvatarClient) {
    byId('bust-close', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => this.#end());
    this.#turn.addEventListener('input', () => this.#view?.stand({ turn: Number(this.#turn.value) }));
    this.#light.addEventListener('input', () => this.#view?.stand({ light: Number(this.#light.value) }));
    byId('bust-save', HTMLButtonElement).addEventListener('click', () => {
      if (this.#made) saveFile(this.#made.file, 'person.glb');
    });
    this.#watchCanvas();
    this.#watchGaze();
  }

  /** @param character as it is posed: its expression is the first one shown */
  open(character: Character): void {
    if (this.#dialog.open) return;
    this.#turn.value = '0';
    this.#light.value = '-35';
    noComplaint(PROBLEM);
    this.#showMoods(character.expression ?? '');
    this.#wait(true);
    this.#dialog.showModal();
    this.#show(character).catch((error: unknown) => {
      this.#wait(false);
      this.#complain(error);
    });
  }

  async #show(character: Character): Promise<void> {
    const [{ BustView }, file] = await Promise.all([import('./bust-view.js'), this.#fileOf(character)]);
    if (!this.#dialog.open) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#view = await BustView.open(this.#canvas, file, isCalm);
    this.#view.stand({ turn: Number(this.#turn.value), light: Number(this.#light.value) });
    this.#wait(false);
    if (!this.#dialog.open) this.#end();
  }

  async #fileOf(character: Character): Promise<Blob> {
    const key = JSON.stringify(character);
    if (this.#made?.key !== key)
      this.#made = {
        key,
        file: pictureOf(await this.client.draw(character, { look: 'toon3d', format: 'glb' })),
      };
    return this.#made.file;
  }

  #end(): void {
    if (!this.#view) return;
    this.#view.close();
    this.#view = undefined;
    // What was drawn on is given back for good: the next view gets another one.
    const fresh = this.#canvas.cloneNode() as HTMLCanvasElement;
    this.#canvas.replaceWith(fresh);
    this.#canvas = fresh;
  }

  #wait(isWaiting: boolean): void {
    this.#dialog.toggleAttribute('aria-busy', isWaiting);
    byId('bust-waiting', HTMLElement).textContent = isWaiting ? 'Modelling the bust…' : '';
  }

  #showMoods(chosen: string): void {
    const buttons = MOODS.map(([name, label]) => {
      const button = make('button', { type: 'button', className: 'pill' }, label);
      button.setAttribute('aria-pressed', String(name === chosen));
      button.addEventListener('click', () => {
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
        this.#view?.mood(name);
      });
      return button;
    });
    this.#moods.replaceChildren(...buttons);
  }

  #turnBy(degrees: number): void {
    const turned = ((((Number(this.#turn.value) + degrees + 180) % 360) + 360) % 360) - 180;
    this.#turn.value = String(turned);
    this.#view?.stand({ turn: turned });
  }

  #watchCanvas(): void {
    const frame = this.#frame;
    frame.addEventListener('pointerdown', ({ pointerId }) => frame.setPointerCapture(pointerId));
    frame.addEventListener('pointermove', ({ pointerId, movementX }) => {
      if (frame.hasPointerCapture(pointerId)) this.#turnBy(-movementX * DEG_PER_PX);
    });
    frame.addEventListener('keydown', (event) => {
      const step = KEYS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.#turnBy(step);
    });
  }

  #watchGaze(): void {
    const follows = byId('bust-gaze', HTMLInputElement);
    follows.addEventListener('change', () => this.#view?.look(0, 0));
    this.#dialog.addEventListener('pointermove', ({ clientX, clientY }) => {
      if (!follows.checked) return;
      const { left, top, width, height } = this.#canvas.getBoundingClientRect();
      const share = (at: number, from: number, side: number) =>
        Math.max(-1, Math.min(1, ((at - from) / side - 0.5) * 2));
      // Seen from behind, the person would look the other way.
      const facing = Math.cos((Number(this.#turn.value) * Math.PI) / 180);
      this.#view?.look(share(clientX, left, width) * facing, share(clientY, top, height));
    });
  }
}
