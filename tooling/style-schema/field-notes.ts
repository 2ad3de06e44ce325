import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The parts of a JSON Schema that are walked. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly oneOf?: readonly SchemaNode[];
  readonly items?: SchemaNode | boolean;
  readonly const?: unknown;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

const STYLE_FILE = fileURLToPath(new URL('../../packages/styles/src/style.ts', import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
};

/** The schema with the JSDoc of the interface `Style` and of all that it is made of: one text, written once. */
export function describeFields(schema: SchemaNode): SchemaNode {
  const program = ts.createProgram([STYLE_FILE], OPTIONS);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(STYLE_FILE);
  const style = file?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Style',
  );
  if (!style) throw new Error('packages/styles/src/style.ts has no interface Style');
  return described(schema, checker.getTypeAtLocation(style), checker);
}

function described(node: SchemaNode, type: ts.Type, checker: ts.TypeChecker): SchemaNode {
  const walk = (child: SchemaNode, childType: ts.Type | undefined) =>
    childType ? described(child, childType, checker) : child;
  const { properties, oneOf, items } = node;
  return {
    ...node,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, child]) => {
          const field = checker.getPropertyOfType(type, name);
          if (!field) return [name, child];
          const fieldType = typeOfField(field, checker);
          const note = noteOf(field, checker) || noteOf(fieldType.symbol, checker);
          const noted = note === '' ? child : { description: note, ...child };
          return [name, walk(noted, fieldType)];
        }),
      ),
    }),
    ...(oneOf && {
      oneOf: oneOf.map((option) =>
        walk(option, memberOfKind(type, option.properties?.['kind'].const, checker)),
      ),
    }),
    ...(typeof items === 'object' && { items: walk(items, type.getNumberIndexType()) }),
  };
}

const noteOf = (symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replaceAll('\n', ' ');

/** Without `undefined`, and a type parameter as what it may be. */
function typeOfField(field: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(field));
  return checker.getBaseConstraintOfType(type) ?? type;
}

function memberOfKind(type: ts.Type, kind: unknown, checker: ts.TypeChecker): ts.Type | undefined {
  return (type.isUnion() ? type.types : [type]).find((member) => {
    const symbol = checker.getPropertyOfType(member, 'kind');
    return symbol && typeOfField(symbol, checker).isStringLiteral()
      ? (checker.getTypeOfSymbol(symbol) as ts.StringLiteralType).value === kind
      : false;
  });
}
