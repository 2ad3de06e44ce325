import { AvatarApiError, type AvatarClient, type Character } from '@avatar/client';
import { backdropChoice, type Backdrop } from '../backdrop.js';
import type { Catalogue } from '../catalogue.js';
import { BustDialog } from '../bust/bust-dialog.js';
import { byId, make } from '../elements.js';
import { complainIn, noComplaint } from '../page-status.js';
import type { DescribedPerson } from '../pictures.js';
import { forgetReading, showReading, watchBrief, writeBrief } from './brief-view.js';
import { Controls } from './controls.js';
import { debounced, Latest } from './latest.js';
import { showLooks } from './look-choice.js';
import { characterIn, characterOf, uncertainOf, type Look, type Person } from './person.js';
import { pictureOf, saveFile } from './picture-data.js';
import { Strips, type Stance, type StanceChange } from './strips.js';

const PREVIEW_PX = 400;
const THUMBNAIL_PX = 200;
const TYPING_MS = 160;
const SETTLED_MS = 900;
const IDEAS = [
  'A grandmother with a silver bob and round glasses, laughing',
  'A man with very dark skin, short locs and a mustard turtleneck',
  'An old wizard with a long white beard and a blue hat',
  'A young woman with a pink undercut and a leather jacket',
] as const;
const PROBLEM = 'words-problem';

/** A person from words: read, drawn while they are typed, corrected, posed, kept. */
export class Studio {
  readonly #complain = complainIn(PROBLEM);
  readonly #image = byId('person', HTMLImageElement);
  readonly #stage = byId('stage', HTMLElement);
  readonly #controls = new Controls((path, value) => this.#correct(path, value));
  readonly #strips: Strips;
  readonly #reading: Latest<string>;
  readonly #drawing: Latest<undefined>;
  #person: Person = { said: {}, corrections: new Map(), seed: 7 };
  #look: Look = 'anime';
  #stance: Stance = {};

  #backdrop: Backdrop = {};
  readonly #bust: BustDialog;

  constructor(
    private readonly client: AvatarClient,
    catalogue: Catalogue,
  ) {
    this.#reading = new Latest((text) => this.#read(text), this.#complain);
    this.#drawing = new Latest(() => this.#draw(), this.#complain);
    this.#bust = new BustDialog(client);
    this.#strips = new Strips(
      (change) => {
        this.#stance = changed(this.#stance, change);
        this.#drawing.wish(undefined);
      },
      (character, stance) => this.#thumbnail(character, stance),
    );
    const read = debounced((text: string) => this.#reading.wish(text), TYPING_MS);
    watchBrief((text) => {
      this.#strips.stop();
      read(text);
    });
    byId('person-backdrop', HTMLDivElement).append(
      backdropChoice({
        catalogue,
        name: 'person',
        hasPhoto: false,
        asItIs: 'As the look has it',
        onChoice: (backdrop) => {
          this.#backdrop = backdrop;
          this.#showFormats();
          this.#drawing.wish(undefined);
        },
      }),
    );
    this.#watchButtons();
    this.#showLooks();
    byId('ideas', HTMLDivElement).replaceChildren(
      ...IDEAS.map((idea) => {
        const pill = make('button', { type: 'button', className: 'pill' }, idea);
        pill.addEventListener('click', () => this.describe(idea));
        return pill;
      }),
    );
  }

  /** Who is shown, in their stance; nobody before the first picture. */
  get character(): Character | undefined {
    return this.#image.hidden ? undefined : this.#posed();
  }

  /** Somebody new, from words. */
  describe(text: string, seed = this.#person.seed): void {
    writeBrief(text);
    this.#person = { said: {}, corrections: new Map(), seed };
    this.#reading.wish(text);
  }

  /** Somebody of the gallery, as they are shown there. */
  show({ text, look, seed, pose }: DescribedPerson): void {
    this.#look = look;
    this.#stance = pose ? { pose } : {};
    this.#showLooks();
    this.describe(text, seed);
  }

  /** Somebody who is known already: from a photo, or from a file. */
  take(character: Character, uncertain: readonly string[] = []): void {
    writeBrief('');
    forgetReading();
    this.#person = { said: character, corrections: new Map(), seed: this.#person.seed, uncertain };
    this.#stance = {};
    this.#drawing.wish(undefined);
  }

  async #read(text: string): Promise<void> {
    if (text.trim() === '') {
      forgetReading();
      this.#person = { ...this.#person, said: {}, uncertain: [] };
    } else {
      const description = await this.client.describe(text);
      noComplaint(PROBLEM);
      showReading(text, description);
      this.#person = { ...this.#person, said: description.spec, uncertain: [] };
    }
    this.#drawing.wish(undefined);
  }

  #correct(path: string, value: string | undefined): void {
    const corrections = new Map(this.#person.corrections);
    if (value === undefined) corrections.delete(path);
    else corrections.set(path, value);
    this.#person = { ...this.#person, corrections };
    this.#drawing.wish(undefined);
  }

  async #draw(): Promise<void> {
    this.#strips.stop();
    const character = characterOf(this.#person);
    this.#controls.show(character, uncertainOf(this.#person));
    byId('undo-all', HTMLButtonElement).hidden = this.#person.corrections.size === 0;
    this.#stage.setAttribute('aria-busy', 'true');
    try {
      const options = { ...this.#shown(), mode: 'eco', size: PREVIEW_PX } as const;
      const drawn = await this.client.draw(character, options);
      URL.revokeObjectURL(this.#image.src);
      this.#image.src = URL.createObjectURL(pictureOf(drawn));
      this.#image.hidden = false;
      noComplaint(PROBLEM);
    } finally {
      this.#stage.removeAttribute('aria-busy');
    }
    const described = byId('brief', HTMLTextAreaElement).value.trim();
    this.#image.alt = described === '' ? 'The person' : `The person as described: ${described}`;
    this.#whenSettled();
  }

  readonly #whenSettled = debounced(() => {
    if (this.#drawing.isIdle && this.#reading.isIdle) this.#strips.show(characterOf(this.#person));
  }, SETTLED_MS);

  /** Thumbnails are vectors whatever the look: a modelled one takes ten times as long. */
  async #thumbnail(character: Character, stance: Stance): Promise<string | undefined> {
    if (!this.#drawing.isIdle) return undefined;
    const look = this.#look === 'toon3d' ? 'anime' : this.#look;
    try {
      const options = { look, ...stance, mode: 'eco', size: THUMBNAIL_PX } as const;
      return URL.createObjectURL(pictureOf(await this.client.draw(character, options)));
    } catch (error) {
      // They are an extra: where there is no room for them now, the next change brings them.
      if (error instanceof AvatarApiError) return undefined;
      throw error;
    }
  }

  /** How the person is shown. */
  readonly #shown = () => ({ look: this.#look, ...this.#stance, ...this.#backdrop });

  /** Neither pixels nor painted grounds are vectors. */
  #showFormats(): void {
    const { background = 'transparent' } = this.#backdrop;
    const isVector = background === 'transparent' || background.startsWith('#');
    byId('get-svg', HTMLButtonElement).disabled = this.#look === 'toon3d' || !isVector;
  }

  #showLooks(): void {
    this.#showFormats();
    showLooks(this.#look, (look) => {
      this.#look = look;
      this.#showFormats();
      this.#drawing.wish(undefined);
    });
  }

  #watchButtons(): void {
    const on = (id: string, work: () => void | Promise<void>) =>
      byId(id, HTMLButtonElement).addEventListener('click', () => {
        void Promise.resolve(work()).catch(this.#complain);
      });
    on('reroll', () => {
      const { seed: _kept, ...said } = this.#person.said;
      this.#person = { ...this.#person, said, seed: (this.#person.seed * 48_271 + 11) % 65_536 };
      this.#drawing.wish(undefined);
    });
    on('undo-all', () => {
      this.#person = { ...this.#person, corrections: new Map() };
      this.#drawing.wish(undefined);
    });
    on('get-png', () => this.#save('png'));
    on('get-svg', () => this.#save('svg'));
    on('open-bust', () => this.#bust.open(this.#posed()));
    on('keep-json', () => {
      const kept = JSON.stringify(this.#posed(), null, 2);
      saveFile(new Blob([kept], { type: 'application/json' }), 'character.json');
    });
    const file = byId('load-json', HTMLInputElement);
    file.addEventListener('change', () => {
      const chosen = file.files?.[0];
      // The same file may be chosen again.
      file.value = '';
      chosen
        ?.text()
        .then((text) => this.take(characterIn(text)))
        .catch(() => this.#complain(new Error('This file holds no character.')));
    });
  }

  /** The person in the stance that is shown, as it is kept. */
  #posed(): Character {
    const { expression, pose, framing } = this.#stance;
    const character = characterOf(this.#person);
    const posed = { ...character.pose, ...pose, ...(framing && { framing }) };
    return {
      ...character,
      ...(expression && { expression }),
      ...(Object.keys(posed).length > 0 && { pose: posed }),
    };
  }

  async #save(format: 'png' | 'svg'): Promise<void> {
    const options = { ...this.#shown(), format, size: 'hd' } as const;
    saveFile(pictureOf(await this.client.draw(characterOf(this.#person), options)), `person.${format}`);
  }
}

const changed = (stance: Stance, change: StanceChange): Stance =>
  Object.fromEntries(Object.entries({ ...stance, ...change }).filter(([, value]) => value !== undefined));
