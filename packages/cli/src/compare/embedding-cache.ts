import { resolve } from 'node:path';
import { compareEmbeddings, type AvatarGenerator, type Comparison } from '@avatar/generator';
import type { FaceEmbedding } from '@avatar/stage';
import type { PhotoPair } from './pairs-file.js';
import { isOneInputsFault } from '../failure.js';

type Known = { readonly embedding: FaceEmbedding } | { readonly error: unknown };

/** Embeddings of a list of pairs: each photo is looked at once, and forgotten after its last pair. */
export class EmbeddingCache {
  readonly #generator: AvatarGenerator;
  readonly #root: string;
  readonly #known = new Map<string, Known>();
  readonly #usesLeft = new Map<string, number>();

  constructor(generator: AvatarGenerator, pairs: readonly PhotoPair[], root: string) {
    this.#generator = generator;
    this.#root = root;
    for (const { image1, image2 } of pairs)
      for (const name of [image1, image2]) this.#usesLeft.set(name, (this.#usesLeft.get(name) ?? 0) + 1);
  }

  /** @throws what looking at either photo throws */
  async compare({ image1, image2 }: PhotoPair, signal: AbortSignal): Promise<Comparison> {
    const first = await this.#look(image1, signal);
    const second = await this.#look(image2, signal);
    this.#release(image1);
    this.#release(image2);
    if ('error' in first) throw first.error;
    if ('error' in second) throw second.error;
    return compareEmbeddings(first.embedding, second.embedding);
  }

  async #look(name: string, signal: AbortSignal): Promise<Known> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const looked = await this.#generator.embed(resolve(this.#root, name), { signal }).then(
      (embedding): Known => ({ embedding }),
      (error: unknown): Known => {
        // What is wrong with the machine, not with the photo, ends the whole run.
        if (!isOneInputsFault(error)) throw error;
        return { error };
      },
    );
    this.#known.set(name, looked);
    return looked;
  }

  #release(name: string): void {
    const left = (this.#usesLeft.get(name) ?? 1) - 1;
    this.#usesLeft.set(name, left);
    if (left <= 0) this.#known.delete(name);
  }
}
