import { AvatarError, invalidOption } from '@avatar/stage';

/** A node of a graph in ComfyUI's API form. */
export interface WorkflowNode {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Nodes by their ids. */
export type Workflow = Readonly<Record<string, WorkflowNode>>;

/** What a workflow may ask for, as `{{name}}` in its texts. */
export const PLACEHOLDERS = [
  'prompt',
  'negative_prompt',
  'photo',
  'mask',
  'strength',
  'seed',
  'width',
  'height',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string | number>>>;

/** Only words may stand among other words: a number or a file is the whole of its field. */
const AMONG_WORDS: readonly string[] = ['prompt', 'negative_prompt'];
const MARK = /\{\{([^{}]*)\}\}/g;
const MAX_NODES = 1000;

/** @throws AvatarError `invalid-options` for what is no workflow, and for placeholders that nobody fills */
export function checkWorkflow(workflow: unknown): asserts workflow is Workflow {
  const nodes = isObject(workflow) ? Object.entries(workflow) : [];
  if (nodes.length === 0 || nodes.length > MAX_NODES)
    throw invalidOption(`a workflow of 1 to ${MAX_NODES} nodes`, 'workflow', `${nodes.length} nodes`);
  for (const [id, node] of nodes)
    if (!isObject(node) || typeof node['class_type'] !== 'string' || !isObject(node['inputs']))
      throw new AvatarError(
        'invalid-options',
        `Expected class_type and inputs in node "${id}" of the workflow; export it with "Export (API)"`,
        { facts: { option: 'workflow' } },
      );
  const used = placeholdersOf(workflow as Workflow);
  if (!used.has('prompt')) throw unfit('no {{prompt}}, so no style could say what to paint');
  if (!used.has('photo') && !(used.has('width') && used.has('height')))
    throw unfit('neither {{photo}} nor {{width}} and {{height}}');
  if (used.has('mask') && !used.has('photo')) throw unfit('a {{mask}} without a {{photo}}');
}

/** The placeholders that a workflow has. @throws AvatarError `invalid-options` for unknown ones */
export function placeholdersOf(workflow: Workflow): ReadonlySet<Placeholder> {
  const found = new Set<Placeholder>();
  mapTexts(workflow, (text) => {
    for (const [mark, name] of text.matchAll(MARK)) {
      if (!PLACEHOLDERS.includes(name as Placeholder))
        throw unfit(`an unknown placeholder; known are ${PLACEHOLDERS.join(', ')}`);
      if (text !== mark && !AMONG_WORDS.includes(name)) throw unfit(`{{${name}}} among other text`);
      found.add(name as Placeholder);
    }
    return text;
  });
  return found;
}

/** The workflow with values in place of its placeholders; a field that is nothing else takes the value's own type. */
export const filledWorkflow = (workflow: Workflow, values: PlaceholderValues): Workflow =>
  mapTexts(workflow, (text) => {
    const [whole] = text.matchAll(MARK);
    if (whole !== undefined && whole[0] === text) return values[whole[1] as Placeholder] ?? '';
    return text.replaceAll(MARK, (_, name: Placeholder) => String(values[name] ?? ''));
  }) as Workflow;

function mapTexts(value: unknown, change: (text: string) => string | number): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unfit = (what: string): AvatarError =>
  new AvatarError('invalid-options', `The workflow has ${what}; see the README of @avatar/engine-comfyui`, {
    facts: { option: 'workflow' },
  });
