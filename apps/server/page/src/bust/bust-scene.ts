import {
  DirectionalLight,
  NeutralToneMapping,
  PerspectiveCamera,
  PMREMGenerator,
  Scene,
  Vector3,
  WebGLRenderer,
  type Object3D,
  type Texture,
} from 'three';
import { RoomEnvironment } from 'three/addons/environments/RoomEnvironment.js';

/** Where the camera and the light stand, degrees around the bust. */
export interface Stand {
  /** 0 in front, 90 at the left side of the person. */
  readonly turn: number;
  /** The key light against the camera: negative comes from the left of the picture. */
  readonly light: number;
}

/** The eyes are about here, metres over the bottom of the bust. */
const MIDDLE = new Vector3(0, 0.24, 0);
const FAR = 1.05;
const UP_DEG = 4;
const LIGHT_UP_DEG = 40;
const SHADOW_REACH = 0.4;
const SHADOW_TEXELS = 1024;
/** More shows no more on a phone, and costs twice. */
const MAX_PIXEL_RATIO = 2;

/** A bust in a room, seen by one camera. Nothing is drawn until it is asked for. */
export class BustScene {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(26, 1, 0.1, 5);
  readonly #key = new DirectionalLight('#fff4e8', 2.2);
  readonly #room: Texture;

  /** @throws Error where the browser has no WebGL */
  constructor(canvas: HTMLCanvasElement, bust: Object3D) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.#renderer.toneMapping = NeutralToneMapping;
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.setPixelRatio(Math.min(MAX_PIXEL_RATIO, devicePixelRatio));
    const generator = new PMREMGenerator(this.#renderer);
    this.#room = generator.fromScene(new RoomEnvironment()).texture;
    generator.dispose();
    this.#scene.environment = this.#room;
    this.#scene.environmentIntensity = 0.55;
    this.#key.castShadow = true;
    this.#key.shadow.mapSize.set(SHADOW_TEXELS, SHADOW_TEXELS);
    Object.assign(this.#key.shadow.camera, {
      left: -SHADOW_REACH,
      right: SHADOW_REACH,
      top: SHADOW_REACH,
      bottom: -SHADOW_REACH,
      near: 0.1,
      far: 4,
    });
    this.#key.shadow.bias = -0.0006;
    this.#key.shadow.normalBias = 0.003;
    this.#key.target.position.copy(MIDDLE);
    this.#scene.add(bust, this.#key, this.#key.target);
  }

  /** @param sidePx of the square on the page */
  resize(sidePx: number): void {
    this.#renderer.setSize(sidePx, sidePx, false);
  }

  draw({ turn, light }: Stand): void {
    this.#camera.position.copy(around(turn, UP_DEG, FAR));
    this.#camera.lookAt(MIDDLE);
    this.#key.position.copy(around(turn + light, LIGHT_UP_DEG, 1.5));
    this.#renderer.render(this.#scene, this.#camera);
  }

  dispose(): void {
    this.#room.dispose();
    this.#renderer.dispose();
    // Browsers keep few contexts, and let go of the oldest without a word.
    this.#renderer.forceContextLoss();
  }
}

function around(turnDeg: number, upDeg: number, far: number): Vector3 {
  const [turn, up] = [(turnDeg * Math.PI) / 180, (upDeg * Math.PI) / 180];
  const flat = far * Math.cos(up);
  return new Vector3(flat * Math.sin(turn), far * Math.sin(up), flat * Math.cos(turn)).add(MIDDLE);
}
