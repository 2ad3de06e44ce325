import type { Avatar } from '@avatar/client';
import { DECISIONS } from '../decisions.js';
import { byId, make } from '../elements.js';

const PREVIEW_SIZES_PX = [400, 128, 48, 32] as const;

const original = byId('original', HTMLImageElement);
const picture = byId('avatar', HTMLImageElement);
const waiting = byId('waiting', HTMLDivElement);
const toggle = byId('use-avatar', HTMLInputElement);
const confirm = byId('confirm', HTMLButtonElement);
const download = byId('download', HTMLAnchorElement);

/** The photo beside its avatar. The photo is what stays, until the person says otherwise. */
export class Suggestion {
  #avatar: Avatar | undefined;

  constructor(onConfirm: (avatar: Avatar | undefined, useAvatar: boolean) => void) {
    toggle.addEventListener('change', () => this.#show());
    confirm.addEventListener('click', () => onConfirm(this.#avatar, toggle.checked));
  }

  /** A new run begins: the photo is chosen. */
  begin(photoUrl: string, styleName: string): void {
    this.#avatar = undefined;
    original.src = photoUrl;
    picture.hidden = true;
    waiting.hidden = false;
    toggle.checked = false;
    toggle.disabled = true;
    byId('style-name', HTMLSpanElement).textContent = styleName;
    byId('facts', HTMLDListElement).replaceChildren();
    byId('warnings', HTMLUListElement).replaceChildren();
    this.#show();
  }

  /** The avatar is there, and may be chosen. */
  offer(avatar: Avatar): void {
    this.#avatar = avatar;
    picture.src = avatar.avatar_url ?? '';
    picture.hidden = false;
    waiting.hidden = true;
    toggle.disabled = avatar.delivered === 'original';
    byId('facts', HTMLDListElement).replaceChildren(...factsOf(avatar));
    byId('warnings', HTMLUListElement).replaceChildren(
      ...avatar.validation_warnings.map(({ message }) => make('li', {}, message)),
    );
    this.#show();
  }

  /** There will be none. */
  withdraw(): void {
    waiting.hidden = true;
  }

  #show(): void {
    const useAvatar = toggle.checked;
    byId('original-figure', HTMLElement).classList.toggle('chosen', !useAvatar);
    byId('avatar-figure', HTMLElement).classList.toggle('chosen', useAvatar);
    confirm.textContent = useAvatar ? 'Use the AI version' : 'Keep my photo';
    download.hidden = !useAvatar;
    download.href = this.#avatar?.avatar_url ?? '';
    const [src, name] = useAvatar ? [picture.src, 'AI version'] : [original.src, 'Your photo'];
    byId('previews', HTMLDivElement).replaceChildren(
      ...PREVIEW_SIZES_PX.map((sizePx) => {
        const preview = make('img', {
          src,
          alt: `${name} at ${sizePx} pixels`,
          width: sizePx,
          height: sizePx,
        });
        return make('figure', {}, preview, make('figcaption', {}, `${sizePx} px`));
      }),
    );
  }
}

function factsOf(avatar: Avatar): HTMLElement[] {
  const facts: readonly (readonly [string, string])[] = [
    ...(avatar.likeness_score === null ? [] : ([['Likeness', avatar.likeness_score.toFixed(2)]] as const)),
    ['Decision', DECISIONS[avatar.decision]],
    ['Photo quality', (avatar.input_quality_score ?? 0).toFixed(2)],
    ['Time', `${(avatar.latency_ms / 1000).toFixed(2)} s`],
    ['Size', `${avatar.size} × ${avatar.size} px`],
    ['Cost', `$${avatar.cost.toFixed(5)}`],
  ];
  return facts.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)));
}
