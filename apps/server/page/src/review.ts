import { AvatarApiError, type Avatar, type AvatarClient } from '@avatar/client';
import { byId, make } from './elements.js';
import { complainIn } from './page-status.js';
import { openSession } from './session.js';

type Choice = 'accepted' | 'declined';

const list = byId('review-list', HTMLUListElement);
const complain = complainIn('problem');

/** Shows what waits for a person, each with its score and the two answers. */
async function showQueue({ api }: Pick<AvatarClient, 'api'>): Promise<void> {
  const { data, response } = await api.GET('/v1/review');
  if (data === undefined) throw new AvatarApiError(response.status, undefined);
  if (data.items.length === 0) {
    list.replaceChildren(make('li', {}, 'Nothing waits for a decision.'));
    return;
  }
  list.replaceChildren(
    ...data.items.map((avatar) =>
      entry(avatar, async (choice) => {
        await api.POST('/v1/avatar/{id}/choice', { params: { path: { id: avatar.id } }, body: { choice } });
        await showQueue({ api });
      }),
    ),
  );
}

function entry(avatar: Avatar, answer: (choice: Choice) => Promise<void>): HTMLLIElement {
  const likeness =
    avatar.likeness_score === null ? 'drawn anew' : `likeness ${avatar.likeness_score.toFixed(2)}`;
  const about = `${avatar.style} for ${avatar.platform}: ${likeness}`;
  const picture = make('img', {
    alt: `Avatar in the style ${avatar.style}`,
    src: avatar.thumbnail_url ?? '',
  });
  const buttons = (['accepted', 'declined'] as const).map((choice) => {
    const button = make(
      'button',
      { type: 'button', className: choice === 'accepted' ? '' : 'quiet' },
      choice === 'accepted' ? 'Accept' : 'Decline',
    );
    button.setAttribute('aria-label', `${button.textContent ?? ''} ${about}`);
    button.addEventListener('click', () => void answer(choice).catch(complain));
    return button;
  });
  return make('li', {}, picture, make('span', {}, about), ...buttons);
}

openSession().then(showQueue).catch(complain);
