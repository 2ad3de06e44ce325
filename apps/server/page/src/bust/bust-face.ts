import { Mesh, type Object3D } from 'three';

/** Weights of targets by name, 0 to 1. */
export type Weights = Readonly<Record<string, number>>;

const BLINK = ['eyeBlinkLeft', 'eyeBlinkRight'] as const;
const GAZE_REACH_RAD = 0.32;

/** The face of a bust: its targets, over all meshes that have them, and its eyes. */
export class BustFace {
  readonly #meshes: Mesh[] = [];
  readonly #eyes: readonly Object3D[];
  #mood: Weights = {};
  #blink = 0;

  constructor(bust: Object3D) {
    bust.traverse((node) => {
      if (!(node instanceof Mesh)) return;
      node.castShadow = node.receiveShadow = true;
      if (node.morphTargetDictionary !== undefined) this.#meshes.push(node as Mesh);
    });
    this.#eyes = ['LeftEye', 'RightEye'].flatMap((name) => bust.getObjectByName(name) ?? []);
  }

  show(mood: Weights): void {
    this.#mood = mood;
    this.#write();
  }

  /** @param closed 0 as the mood has it, 1 shut */
  blink(closed: number): void {
    this.#blink = closed;
    this.#write();
  }

  /** @param right,down -1 to 1, as the viewer sees it */
  look(right: number, down: number): void {
    for (const eye of this.#eyes) eye.rotation.set(down * GAZE_REACH_RAD * 0.6, right * GAZE_REACH_RAD, 0);
  }

  #write(): void {
    for (const { morphTargetDictionary = {}, morphTargetInfluences = [] } of this.#meshes)
      for (const [name, index] of Object.entries(morphTargetDictionary)) {
        const asked = this.#mood[name] ?? 0;
        const isLid = (BLINK as readonly string[]).includes(name);
        morphTargetInfluences[index] = isLid ? Math.max(asked, this.#blink) : asked;
      }
  }
}
