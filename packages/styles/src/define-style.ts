import { invalidStyle } from './schema/invalid-style.js';
import { styleSchema } from './schema/style-schema.js';
import type { Rendering } from './kinds/rendering.js';
import type { Style } from './style.js';

/** Styles that have passed. They are frozen, so they still would. */
const DEFINED = new WeakSet<object>();

/**
 * Checks a style and gives a frozen copy of it, for `createAvatarGenerator({ styles })` or wherever a style is asked for.
 * The type is that of its rendering: `defineStyle({ ..., rendering: { kind: 'photo', ... } })`.
 *
 * @throws AvatarError `invalid-options` that names the first wrong field, with its range
 */
export function defineStyle<const R extends Rendering>(style: Style<R>): Style<R> {
  const parsed = styleSchema.safeParse(style);
  if (!parsed.success) throw invalidStyle(parsed.error, style);
  const defined = deeplyFrozen(parsed.data) as Style;
  DEFINED.add(defined);
  return defined as Style<R>;
}

/** @throws AvatarError `invalid-options` that names the first wrong field, with its range */
export function checkStyle(style: unknown): asserts style is Style {
  if (typeof style === 'object' && style !== null && DEFINED.has(style)) return;
  const { error } = styleSchema.safeParse(style);
  if (error) throw invalidStyle(error, style);
}

export function deeplyFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) deeplyFrozen(part as object);
  return Object.freeze(value);
}
