import { AvatarApiError, type Avatar } from '@avatar/client';
import { startCalculator, useMeasuredCost } from './calculator.js';
import { showPlatforms, showStyles, type Platform } from './choices.js';
import { byId } from './elements.js';
import { watchPhotos } from './photo-input.js';
import { showRequest } from './request-view.js';
import { showReviewQueue } from './review-queue.js';
import { forgetKey, openSession } from './session.js';
import { StageStrip } from './stage-strip.js';
import { Suggestion } from './suggestion.js';

const status = byId('status', HTMLParagraphElement);
const problem = byId('problem', HTMLDivElement);
const say = (message: string): void => void (status.textContent = message);

function complain(error: unknown): void {
  if (error instanceof AvatarApiError && error.status === 401) forgetKey();
  problem.textContent = error instanceof Error ? error.message : String(error);
  problem.hidden = false;
  say('');
}

startCalculator();
const client = await openSession();
const [{ data: platformList }, { data: styleList }] = await Promise.all([
  client.api.GET('/v1/platforms'),
  client.api.GET('/v1/styles'),
]);
const platforms = platformList?.platforms ?? [];
const styles = styleList?.styles ?? [];
const strip = new StageStrip();

let platform: Platform = platforms[0];
let photo: { readonly blob: Blob; readonly url: string } | undefined;
let running: AbortController | undefined;

const suggestion = new Suggestion((avatar, useAvatar) => {
  say(useAvatar ? 'Your new picture is set.' : 'Your photo stays.');
  if (avatar === undefined) return;
  client.api
    .POST('/v1/avatar/{id}/choice', {
      params: { path: { id: avatar.id } },
      body: { choice: useAvatar ? 'accepted' : 'declined' },
    })
    .catch(complain);
});

const labelOf = (token: string): string => styles.find((style) => style.token === token)?.label ?? token;

/** One run: the platform's own style first. */
async function suggest(style: string): Promise<void> {
  if (photo === undefined) return;
  running?.abort();
  const mine = (running = new AbortController());
  problem.hidden = true;
  byId('choice', HTMLElement).hidden = false;
  byId('run', HTMLElement).hidden = false;
  suggestion.begin(photo.url, labelOf(style));
  showStyles(styles, platform, style, (other) => void suggest(other));
  strip.clear();
  const options = { style, platform: platform.token };
  showRequest(options);
  say(`Making a ${labelOf(style)} suggestion. Your photo stays until you choose.`);
  try {
    for await (const event of client.stream(photo.blob, options, { signal: mine.signal })) {
      strip.note(event);
      if (event.type === 'result') offered(event.data);
      if (event.type === 'error') throw new Error(event.data.detail);
    }
  } catch (error) {
    if (mine.signal.aborted) return;
    suggestion.withdraw();
    complain(error);
  }
}

function offered(avatar: Avatar): void {
  suggestion.offer(avatar);
  useMeasuredCost(avatar.cost);
  say('The AI version is ready. Your photo stays unless you switch.');
}

showPlatforms(platforms, (chosen) => {
  platform = chosen;
  void suggest(platform.default_style);
});
watchPhotos((blob) => {
  if (photo) URL.revokeObjectURL(photo.url);
  photo = { blob, url: URL.createObjectURL(blob) };
  void suggest(platform.default_style);
}, complain);
byId('review-load', HTMLButtonElement).addEventListener('click', () => {
  showReviewQueue(client).catch(complain);
});
