export function partsOf(root: string, start?: string): string[];
export function isBuilt(root: string): boolean;
export function markBuilt(root: string): void;
