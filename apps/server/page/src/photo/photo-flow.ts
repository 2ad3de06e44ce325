import type { Avatar, AvatarClient, Character } from '@avatar/client';
import { backdropChoice, type Backdrop } from '../backdrop.js';
import { labelIn, type Catalogue, type Platform } from '../catalogue.js';
import { byId } from '../elements.js';
import { complainIn, noComplaint } from '../page-status.js';
import type { PictureList } from '../pictures.js';
import { showPlatforms, showStyles } from './choices.js';
import { watchPhotos } from './photo-input.js';
import { showRequest } from './request-view.js';
import { StageStrip } from './stage-strip.js';
import { Suggestion } from './suggestion.js';

/** The drawn style from which a person goes on as a character. */
const CHARACTER_STYLE = 'character_anime';

export interface PhotoFlowParts {
  readonly client: AvatarClient;
  readonly catalogue: Catalogue;
  readonly pictures: PictureList;
  /** The person of the photo, as a character to go on with. */
  readonly onCharacter: (measured: MeasuredPerson) => void;
}

/** Who a photo shows, as a character. */
export interface MeasuredPerson {
  readonly character: Character;
  /** Paths of fields that the photo does not tell. */
  readonly uncertain: readonly string[];
}

const status = byId('status', HTMLParagraphElement);
const say = (message: string): void => void (status.textContent = message);
const complain = (error: unknown): void => {
  complainIn('problem')(error);
  say('');
};

/** From a photo to the choice between it and its avatar. */
export class PhotoFlow {
  readonly #strip = new StageStrip();
  readonly #suggestion: Suggestion;
  #platform: Platform;
  #style: string;
  #backdrop: Backdrop = {};
  #photo: { readonly blob: Blob; readonly url: string } | undefined;
  #running: AbortController | undefined;
  /** The person of the photo, once a style has measured them. */
  #measured: MeasuredPerson | undefined;
  /** For a photo that is still to come. */
  #wantedStyle: string | undefined;

  constructor(private readonly parts: PhotoFlowParts) {
    const { client } = parts;
    const { platforms } = parts.catalogue;
    this.#platform = platforms[0];
    this.#style = this.#platform.default_style;
    this.#suggestion = new Suggestion((avatar, useAvatar) => {
      say(useAvatar ? 'Your new picture is set.' : 'Your photo stays.');
      if (avatar === undefined) return;
      client.api
        .POST('/v1/avatar/{id}/choice', {
          params: { path: { id: avatar.id } },
          body: { choice: useAvatar ? 'accepted' : 'declined' },
        })
        .catch(complain);
    });
    showPlatforms(platforms, (chosen) => {
      this.#platform = chosen;
      void this.#suggest(chosen.default_style);
    });
    byId('photo-backdrop', HTMLDivElement).append(
      backdropChoice({
        catalogue: parts.catalogue,
        name: 'photo',
        hasPhoto: true,
        asItIs: 'As the style has it',
        onChoice: (backdrop) => {
          this.#backdrop = backdrop;
          void this.#suggest(this.#style);
        },
      }),
    );
    watchPhotos((blob) => {
      if (this.#photo) URL.revokeObjectURL(this.#photo.url);
      this.#photo = { blob, url: URL.createObjectURL(blob) };
      this.#measured = undefined;
      const style = this.#wantedStyle ?? this.#platform.default_style;
      this.#wantedStyle = undefined;
      void this.#suggest(style);
      byId('choice', HTMLElement).scrollIntoView({ block: 'start' });
    }, complain);
    byId('to-character', HTMLButtonElement).addEventListener('click', () => {
      if (this.#measured) parts.onCharacter(this.#measured);
      else void this.#suggest(CHARACTER_STYLE, true);
    });
  }

  /** The photo that is worked with, if there is one. */
  get photo(): Blob | undefined {
    return this.#photo?.blob;
  }

  /** Tries a style: on the photo that is there, else on the sample. */
  try(style: string): void {
    if (this.#photo === undefined) {
      this.#wantedStyle = style;
      byId('sample', HTMLButtonElement).click();
      return;
    }
    void this.#suggest(style);
    byId('choice', HTMLElement).scrollIntoView({ block: 'start' });
  }

  readonly #labelOf = (token: string): string => labelIn(this.parts.catalogue.styles, token);

  /** One run: the platform's own style first. @param goesOn as a character, when it is there */
  async #suggest(style: string, goesOn = false): Promise<void> {
    this.#style = style;
    if (this.#photo === undefined) return;
    this.#running?.abort();
    const mine = (this.#running = new AbortController());
    noComplaint('problem');
    byId('choice', HTMLElement).hidden = false;
    byId('run', HTMLElement).hidden = false;
    byId('to-character', HTMLButtonElement).hidden = false;
    this.#suggestion.begin(this.#photo.url, this.#labelOf(style));
    showStyles(
      { ...this.parts, styles: this.parts.catalogue.styles, platform: this.#platform, shown: style },
      (other) => void this.#suggest(other),
    );
    this.#strip.clear();
    const options = { style, platform: this.#platform.token, ...this.#backdrop };
    showRequest(options);
    say(`Making a ${this.#labelOf(style)} suggestion. Your photo stays until you choose.`);
    try {
      const call = { signal: mine.signal };
      for await (const event of this.parts.client.stream(this.#photo.blob, options, call)) {
        this.#strip.note(event);
        if (event.type === 'result') this.#offered(event.data, goesOn);
        if (event.type === 'error') throw new Error(event.data.detail);
      }
    } catch (error) {
      if (mine.signal.aborted) return;
      this.#suggestion.withdraw();
      complain(error);
    }
  }

  #offered(avatar: Avatar, goesOn: boolean): void {
    this.#suggestion.offer(avatar);
    say('The AI version is ready. Your photo stays unless you switch.');
    if (avatar.character === undefined) return;
    this.#measured = { character: avatar.character, uncertain: avatar.measured?.uncertain ?? [] };
    if (goesOn) this.parts.onCharacter(this.#measured);
  }
}
