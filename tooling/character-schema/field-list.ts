import type { SchemaNode } from '../style-schema/field-notes.js';

const BEGIN = '<!-- fields: made by npm run build:character-schema -->';
const END = '<!-- /fields -->';

interface Field {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** A document with the list of fields of the schema between its two marks. */
export function withFieldList(document: string, schema: SchemaNode): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`Expected the marks ${BEGIN} and ${END}`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${fieldList(schema as Field)}\n${document.slice(end)}`;
}

/** A Markdown table with a row a field. */
function fieldList(schema: Field): string {
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => rowsOf(name, field));
  return ['| Field | Values | Meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function rowsOf(path: string, field: Field): string[] {
  if (field.properties)
    return Object.entries(field.properties).flatMap(([name, inner]) => rowsOf(`${path}.${name}`, inner));
  return [`| \`${path}\` | ${valuesOf(field)} | ${field.description ?? ''} |`];
}

function valuesOf({ type, items, ...field }: Field): string {
  if (items) return `a list of ${valuesOf(items)}`;
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.pattern !== undefined) return '`#rrggbb`';
  if (type === 'boolean') return '`true`, `false`';
  return `${field.minimum} to ${field.maximum}`;
}
