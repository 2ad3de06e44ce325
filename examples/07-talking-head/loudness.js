/* global AudioContext */

/** Below this a room is silent; at the second, somebody speaks up. Root mean square of the samples. */
const SILENT = 0.01;
const LOUD = 0.22;
/** A mouth opens quickly and shuts slower, or it trembles. Milliseconds for two thirds of the way. */
const OPENS_MS = 25;
const SHUTS_MS = 70;

/** How loud an audio element is just now, 0 to 1, by WebAudio. */
export class Loudness {
  #sound;
  #context;
  #analyser;
  #samples;
  #level = 0;
  #readMs = 0;

  constructor(sound) {
    this.#sound = sound;
  }

  /** Listens; call it once the sound is played. Calling it again changes nothing. */
  begin() {
    if (this.#context) return void this.#context.resume();
    this.#context = new AudioContext();
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaElementSource(this.#sound).connect(this.#analyser);
    this.#analyser.connect(this.#context.destination);
  }

  /** The level now, smoothed over time. @param ms clock of the page */
  read(ms) {
    const wanted = this.#sound.paused ? 0 : this.#measured();
    const passed = ms - this.#readMs;
    this.#readMs = ms;
    this.#level +=
      (wanted - this.#level) * (1 - Math.exp(-passed / (wanted > this.#level ? OPENS_MS : SHUTS_MS)));
    return this.#level;
  }

  #measured() {
    if (!this.#analyser) return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const square = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.min(1, Math.max(0, (Math.sqrt(square) - SILENT) / (LOUD - SILENT)));
  }
}
