import { AvatarApiError } from '@avatar/client';
import { byId } from './elements.js';
import { forgetKey } from './session.js';

/** Shows what went wrong, in the place that is nearest to what was being done. */
export function complainIn(id: string): (error: unknown) => void {
  const problem = byId(id, HTMLDivElement);
  return (error) => {
    if (error instanceof AvatarApiError && error.status === 401) forgetKey();
    problem.textContent = error instanceof Error ? error.message : String(error);
    problem.hidden = false;
  };
}

/** There is nothing to complain of any more. */
export const noComplaint = (id: string): void => void (byId(id, HTMLDivElement).hidden = true);
