import type { PictureVerdict, ShownPicture, TurnAnswer } from '../../../conversations/index.js';
import { signedFilePath } from '../../../storage/index.js';
import type { Presenter } from '../../v1/map/presenter.js';
import type { ChatAnswer } from '../schemas.js';

export type Generation = ChatAnswer['generations'][number];

/** A picture with a link that is signed anew; undefined once it is not kept any more. */
export function generationOf(
  { key, expiresAt, sizePx, style }: ShownPicture,
  { signer, baseUrl }: Presenter,
): Generation | undefined {
  const until = new Date(expiresAt);
  if (until <= new Date()) return undefined;
  return {
    url: `${baseUrl}${signedFilePath(signer, key, until)}`,
    model: `avatar/${style}`,
    media_type: 'image',
    metadata: { width: sizePx, height: sizePx },
  };
}

export const generationsOf = (pictures: readonly ShownPicture[], presenter: Presenter): Generation[] =>
  pictures.flatMap((picture) => generationOf(picture, presenter) ?? []);

export function chatAnswer(sessionId: string, answer: TurnAnswer, presenter: Presenter): ChatAnswer {
  const { taskId, status, content, pictures, question } = answer;
  return {
    session_id: sessionId,
    task_id: taskId,
    status,
    ...(status === 'refused' && { code: 'content-policy' as const }),
    content,
    generations: generationsOf(pictures, presenter),
    ...(question && { clarification: { question: question.question, options: [...question.options] } }),
    avatar: avatarOf(answer),
  };
}

const avatarOf = (answer: TurnAnswer): ChatAnswer['avatar'] => ({
  recipe: { ...answer.recipe },
  ...(answer.character && { character: { ...answer.character } }),
  undo_steps: answer.undoSteps,
  ...verdictOf(answer),
  unmet: answer.unmet.map((one) => ({ ...one })),
});

/** What the gate said, as it is told. */
export const verdictOf = ({ likenessScore, decision, warnings }: PictureVerdict) => ({
  likeness_score: likenessScore,
  decision,
  warnings: warnings.map(({ code, message }) => ({ code, message })),
});
