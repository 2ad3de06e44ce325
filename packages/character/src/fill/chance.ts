/** Draws for one person: each question has an answer of its own, so that one more field never changes the others. */
export interface Chance {
  /** Uniform in [0, 1). */
  share(question: string): number;
  /** Near `middle`, at most `reach` away, mostly far less; kept in [0, 1]. */
  around(question: string, middle: number, reach?: number): number;
  /** Whether it happens with this probability. */
  happens(question: string, probability: number): boolean;
  /** One of the values, by their weights. */
  pick<Value extends string>(question: string, weights: Weights<Value>): Value;
  /** One of a list, all alike. */
  any<Value>(question: string, values: readonly Value[]): Value;
}

/** How often each value is drawn; those left out never. */
export type Weights<Value extends string> = Readonly<Partial<Record<Value, number>>>;

/** @param seed a 32-bit integer */
export function chanceOf(seed: number): Chance {
  const share = (question: string) => hashed(seed, question) / 0x1_0000_0000;
  return {
    share,
    happens: (question, probability) => share(question) < probability,
    around(question, middle, reach = 0.3) {
      const draws = [1, 2, 3].map((draw) => share(`${question}/${draw}`) - 0.5);
      const bell = (draws[0] + draws[1] + draws[2]) / 1.5;
      return Math.round(Math.min(1, Math.max(0, middle + bell * reach)) * 1000) / 1000;
    },
    pick<Value extends string>(question: string, weights: Weights<Value>) {
      const entries = Object.entries(weights) as [Value, number][];
      let left = share(question) * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) if ((left -= weight) < 0) return value;
      return entries[entries.length - 1][0];
    },
    any: (question, values) => values[Math.floor(share(question) * values.length)],
  };
}

/** FNV-1a over seed and question, then the finaliser of MurmurHash3 (A. Appleby, public domain). */
function hashed(seed: number, question: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < question.length; at++) hash = Math.imul(hash ^ question.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
