// What needs three.js: a file of its own, which is loaded when somebody opens the view.
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { BustFace, type Weights } from './bust-face.js';
import { BustScene, type Stand } from './bust-scene.js';

export type { Weights } from './bust-face.js';

const BLINK_EVERY_MS = 3600;
const BLINK_MS = 260;

/** A bust that is looked at: it draws itself when something about it has changed. */
export class BustView {
  readonly moods: Readonly<Record<string, Weights>>;
  readonly #face: BustFace;
  readonly #scene: BustScene;
  readonly #observer: ResizeObserver;
  #stand: Stand = { turn: 0, light: -35 };
  #frame = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(canvas: HTMLCanvasElement, { scene, moods }: LoadedBust, isCalm: boolean) {
    this.moods = moods;
    this.#scene = new BustScene(canvas, scene);
    this.#face = new BustFace(scene);
    this.#observer = new ResizeObserver(() => {
      this.#scene.resize(canvas.clientWidth);
      this.#scene.draw(this.#stand);
    });
    this.#observer.observe(canvas);
    if (!isCalm) this.#timer = setInterval(() => this.#blink(performance.now()), BLINK_EVERY_MS);
  }

  /**
   * @param isCalm nothing moves by itself
   * @throws Error for a file that is none, or where the browser has no WebGL
   */
  static async open(canvas: HTMLCanvasElement, file: Blob, isCalm: boolean): Promise<BustView> {
    const { scene } = await new GLTFLoader().parseAsync(await file.arrayBuffer(), '');
    const { expressions = {} } = (scene.children[0]?.userData ?? {}) as {
      expressions?: Record<string, Weights>;
    };
    return new BustView(canvas, { scene, moods: expressions }, isCalm);
  }

  stand(change: Partial<Stand>): void {
    this.#stand = { ...this.#stand, ...change };
    this.#draw();
  }

  mood(name: string): void {
    this.#face.show(this.moods[name] ?? {});
    this.#draw();
  }

  /** @param right,down -1 to 1, as the viewer sees it */
  look(right: number, down: number): void {
    this.#face.look(right, down);
    this.#draw();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#scene.dispose();
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#scene.draw(this.#stand));
  }

  #blink(startMs: number): void {
    const share = (performance.now() - startMs) / BLINK_MS;
    this.#face.blink(share >= 1 ? 0 : Math.sin(Math.PI * share));
    this.#scene.draw(this.#stand);
    if (share < 1 && this.#timer !== undefined) requestAnimationFrame(() => this.#blink(startMs));
  }
}

interface LoadedBust {
  readonly scene: Awaited<ReturnType<GLTFLoader['parseAsync']>>['scene'];
  readonly moods: Readonly<Record<string, Weights>>;
}
