import { byId } from '../elements.js';

/** A file, a drop, a paste, the camera or the sample: whatever gives a photo calls `onPhoto`. */
export function watchPhotos(onPhoto: (photo: Blob) => void, onProblem: (message: string) => void): void {
  const file = byId('file', HTMLInputElement);
  file.addEventListener('change', () => {
    const photo = file.files?.[0];
    // The same file may be chosen again.
    file.value = '';
    if (photo) onPhoto(photo);
  });
  watchDrops(onPhoto);
  watchCamera(onPhoto, onProblem);
  byId('sample', HTMLButtonElement).addEventListener('click', () => {
    fetch('/sample.jpg')
      .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(String(answer.status)))))
      .then(onPhoto, () => onProblem('The sample could not be loaded. Choose a photo of your own.'));
  });
}

function watchDrops(onPhoto: (photo: Blob) => void): void {
  const target = byId('drop', HTMLLabelElement);
  const mark = (isOver: boolean) => target.classList.toggle('over', isOver);
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', () => mark(false));
  document.addEventListener('drop', (event) => {
    mark(false);
    // It was meant for another part of the page.
    if (event.defaultPrevented) return;
    event.preventDefault();
    const photo = event.dataTransfer?.files[0];
    if (photo) onPhoto(photo);
  });
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented) return;
    const photo = event.clipboardData?.files[0];
    if (photo) onPhoto(photo);
  });
}

const JPEG_QUALITY = 0.95;

function watchCamera(onPhoto: (photo: Blob) => void, onProblem: (message: string) => void): void {
  const box = byId('camera', HTMLDivElement);
  const view = byId('camera-view', HTMLVideoElement);
  const open = byId('camera-open', HTMLButtonElement);
  let stream: MediaStream | undefined;
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    view.srcObject = null;
    box.hidden = true;
    open.focus();
  };
  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: 1280 } });
    view.srcObject = stream;
    box.hidden = false;
    await view.play();
    byId('camera-take', HTMLButtonElement).focus();
  };
  open.addEventListener('click', () => {
    // Browsers have no camera for pages that are neither on https nor on this machine.
    start().catch(() => onProblem('The camera is not available here. Allow it, or choose a photo instead.'));
  });
  byId('camera-close', HTMLButtonElement).addEventListener('click', close);
  byId('camera-take', HTMLButtonElement).addEventListener('click', () => {
    const canvas = document.createElement('canvas');
    canvas.width = view.videoWidth;
    canvas.height = view.videoHeight;
    canvas.getContext('2d')?.drawImage(view, 0, 0);
    canvas.toBlob(
      (photo) => {
        close();
        if (photo) onPhoto(photo);
      },
      'image/jpeg',
      JPEG_QUALITY,
    );
  });
}
