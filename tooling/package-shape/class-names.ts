/**
 * Error classes that the bundler gave another name: `var AvatarError = class _AvatarError extends Error`, which stack
 * traces then show. It does so to a class that refers to itself by its name.
 * @param code of a built file
 */
export const renamedErrors = (code: string): string[] =>
  [...code.matchAll(/(\w+) = class (\w+) extends \w*Error\b/g)]
    .filter(([, bound, named]) => bound !== named)
    .map(([, bound, named]) => `the class ${bound} is called ${named} when built`);
