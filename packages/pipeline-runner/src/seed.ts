const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Seed of one stage: FNV-1a (Fowler, Noll, Vo; 32 bits) over the run's seed and the stage's name. It depends
 * neither on the place of the stage nor on the attempt, so moving or retrying a stage does not change its picture.
 */
export function stageSeed(runSeed: number, stageName: string): number {
  let hash = OFFSET_BASIS;
  for (let shift = 0; shift < 32; shift += 8) hash = mix(hash, (runSeed >>> shift) & 0xff);
  for (const byte of new TextEncoder().encode(stageName)) hash = mix(hash, byte);
  return hash;
}

const mix = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME) >>> 0;
