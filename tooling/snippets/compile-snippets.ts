import { join } from 'node:path';
import ts from 'typescript';
import { snippetFile, type Snippet } from './read-snippets.js';

/**
 * Compiles snippets as strictly as the packages, against their sources and without writing a file, and says what is wrong
 * as `page:line: message`. Names that are not used are no fault: a snippet ends where its point is made.
 */
export function snippetProblems(root: string, snippets: readonly Snippet[]): string[] {
  const options = compilerOptions(root);
  const files = new Map(snippets.map((snippet) => [snippetFile(root, snippet), snippet]));
  const program = ts.createProgram([...files.keys()], options, hostWith(files, options));
  return [...files].flatMap(([path, snippet]) => {
    const source = program.getSourceFile(path);
    const diagnostics = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return diagnostics.map((diagnostic) => problem(snippet, diagnostic));
  });
}

function compilerOptions(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  return {
    ...options,
    noUnusedLocals: false,
    allowJs: true,
    checkJs: true,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
}

function hostWith(files: ReadonlyMap<string, Snippet>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const text = (path: string): string | undefined => {
    const snippet = files.get(path);
    return snippet && snippet.given + snippet.code;
  };
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => text(path) ?? host.readFile(path),
    getSourceFile: (path, version, ...rest) => {
      const own = text(path);
      return own === undefined
        ? host.getSourceFile(path, version, ...rest)
        : ts.createSourceFile(path, own, version);
    },
  };
}

function problem(snippet: Snippet, { file, start = 0, messageText }: ts.Diagnostic): string {
  const givenLines = snippet.given.split('\n').length - 1;
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) - givenLines + snippet.line;
  return `${snippet.page}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
