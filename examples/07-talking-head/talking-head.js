/**
 * A page whose head moves its mouth to the loudness of a sound, and blinks. Nothing leaves the browser.
 * `?head=` and `?sound=` name other files; `head.glb` beside the page is made by `avatar draw "..." --out head.glb`.
 */
/* global devicePixelRatio, document, location, matchMedia, URLSearchParams */
import * as THREE from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { RoomEnvironment } from 'three/addons/environments/RoomEnvironment.js';
import { Loudness } from './loudness.js';

const asked = new URLSearchParams(location.search);
const canvas = document.querySelector('canvas');
const sound = document.getElementById('sound');
const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;

const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true });
renderer.toneMapping = THREE.NeutralToneMapping;
renderer.setPixelRatio(Math.min(2, devicePixelRatio));
const scene = new THREE.Scene();
scene.environment = new THREE.PMREMGenerator(renderer).fromScene(new RoomEnvironment()).texture;
scene.environmentIntensity = 0.7;
const light = new THREE.DirectionalLight('#fff4e8', 2);
light.position.set(-0.7, 1, 1);
scene.add(light);
const camera = new THREE.PerspectiveCamera(24, 1, 0.1, 5);
camera.position.set(0, 0.28, 0.95);
camera.lookAt(0, 0.26, 0);

/** Sets targets by name, on every mesh that has them: lips, teeth, tongue and beard move together. */
function faceOf(head) {
  const meshes = [];
  head.traverse((node) => node.morphTargetDictionary && meshes.push(node));
  const show = (weights) => {
    for (const { morphTargetDictionary: names, morphTargetInfluences: influences } of meshes)
      for (const [name, weight] of Object.entries(weights))
        if (name in names) influences[names[name]] = weight;
  };
  const weightOf = (name) => {
    const { morphTargetDictionary: names, morphTargetInfluences: influences } = meshes.find(
      (mesh) => name in mesh.morphTargetDictionary,
    );
    return influences[names[name]];
  };
  return { show, weightOf };
}

const BLINK_EVERY_S = 3.4;
const BLINK_S = 0.22;
/** How far the lids are down: the second blink of every two comes soon after the first. */
function blinkAt(second) {
  const since = Math.min(second % BLINK_EVERY_S, (second + 0.5) % (2 * BLINK_EVERY_S));
  return since < BLINK_S && second > 1 ? Math.sin((Math.PI * since) / BLINK_S) : 0;
}

/** A mouth between shut (0) and wide open (1): first it opens, then it grows round as well. */
const mouthAt = (open) => ({
  jawOpen: 0.75 * open,
  mouthLowerDownLeft: 0.25 * open,
  mouthLowerDownRight: 0.25 * open,
  mouthFunnel: 0.25 * Math.max(0, open - 0.5),
});

async function start() {
  const { scene: head } = await new GLTFLoader().loadAsync(asked.get('head') ?? 'head.glb');
  scene.add(head);
  const { show, weightOf } = faceOf(head);
  const loudness = new Loudness(sound);
  sound.src = asked.get('sound') ?? '';
  document.getElementById('file').addEventListener('change', ({ target }) => {
    if (target.files[0]) sound.src = URL.createObjectURL(target.files[0]);
  });
  // Browsers let no page make a sound before somebody wants one.
  sound.addEventListener('play', () => loudness.begin());
  const neck = head.getObjectByName('Head');
  renderer.setAnimationLoop((ms) => {
    const { clientWidth: width, clientHeight: height } = canvas;
    renderer.setSize(width, height, false);
    const open = loudness.read(ms);
    show({ ...mouthAt(open), eyeBlinkLeft: 0, eyeBlinkRight: 0 });
    if (!isCalm) {
      const lids = blinkAt(ms / 1000);
      show({ eyeBlinkLeft: lids, eyeBlinkRight: lids });
      neck.rotation.set(0.02 * open, 0.05 * Math.sin(ms / 1700), 0.015 * Math.sin(ms / 2300));
    }
    renderer.render(scene, camera);
    // For whoever wants to know, such as a test.
    const { dataset } = document.documentElement;
    dataset.jaw = weightOf('jawOpen').toFixed(3);
    dataset.lids = weightOf('eyeBlinkLeft').toFixed(3);
  });
}

start().catch((error) => {
  document.getElementById('problem').textContent = `The head could not be shown: ${error.message}`;
});
