type Json = Record<string, unknown>;

const REFERENCE = '#/components/schemas/';

/**
 * Every schema is written down twice, as it is sent (`…Input`) and as it is answered, because defaults make a
 * difference. What no route uses is left out, and a name that is left alone loses its ending.
 */
export function withPlainNames(document: Json): Json {
  const components = document.components as Json;
  let schemas = (components.schemas ?? {}) as Record<string, Json>;
  for (let isSettled = false; !isSettled;) {
    const used = referencesIn([document.paths, Object.values(schemas)]);
    const kept = Object.entries(schemas).filter(([name]) => used.has(name));
    isSettled = kept.length === Object.keys(schemas).length;
    schemas = Object.fromEntries(kept);
  }
  const renamed = new Map(
    Object.keys(schemas).flatMap((name) => {
      const plain = name.replace(/Input$/, '');
      return plain !== name && !(plain in schemas) ? [[name, plain]] : [];
    }),
  );
  const named = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [renamed.get(name) ?? name, schema]),
  );
  return JSON.parse(
    JSON.stringify({ ...document, components: { ...components, schemas: named } }),
    (key, value: unknown) => {
      if (key !== '$ref' || typeof value !== 'string') return value;
      const name = value.slice(REFERENCE.length);
      return REFERENCE + (renamed.get(name) ?? name);
    },
  ) as Json;
}

function referencesIn(value: unknown, found = new Set<string>()): Set<string> {
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === '$ref' && typeof inner === 'string') found.add(inner.slice(REFERENCE.length));
    return inner;
  });
  return found;
}
