import type { PoolDrawOptions } from '@avatar/worker-pool';

export type Look = NonNullable<PoolDrawOptions['look']>;

export const LOOKS: readonly Look[] = ['toon3d', 'anime', 'flat'];
