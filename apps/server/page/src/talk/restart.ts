import { byId } from '../elements.js';

const start = byId('talk-restart', HTMLButtonElement);
const sure = byId('restart-sure', HTMLDivElement);

/** Beginning anew cannot be taken back, so it takes a second click. */
export function watchRestart(onRestart: () => Promise<void>): void {
  const close = () => (sure.hidden = true);
  start.addEventListener('click', () => {
    sure.hidden = false;
    byId('restart-no', HTMLButtonElement).focus();
  });
  byId('restart-no', HTMLButtonElement).addEventListener('click', () => {
    close();
    start.focus();
  });
  byId('restart-yes', HTMLButtonElement).addEventListener('click', () => {
    close();
    void onRestart();
  });
}
