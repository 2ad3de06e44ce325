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

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
};

/** An interface that a schema is published of. */
export interface DocumentedType {
  /** Path of its file from the root of the repository. */
  readonly file: string;
  readonly name: string;
}

const ROOT = new URL('../../', import.meta.url);

/** The schema with the JSDoc of the interface and of all that it is made of: one text, written once. */
export function describeFields(schema: SchemaNode, { file, name }: DocumentedType): SchemaNode {
  const path = fileURLToPath(new URL(file, ROOT));
  const program = ts.createProgram([path], OPTIONS);
  const documented = program
    .getSourceFile(path)
    ?.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  if (!documented) throw new Error(`${file} has no interface ${name}`);
  const checker = program.getTypeChecker();
  return described(schema, checker.getTypeAtLocation(documented), checker);
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
