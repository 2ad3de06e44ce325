/** What a minified module of plain data can hold. */
export type Literal =
  string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

const NUMBER = /-?(?:0x[\da-f]+|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)/iy;
const IDENTIFIER = /[A-Za-z_$][\w$]*/y;
const BLANK = /\s*/y;

/** Reads one literal out of JavaScript source. The source is never executed. */
class LiteralReader {
  readonly #source: string;
  #position: number;

  constructor(source: string, position: number) {
    this.#source = source;
    this.#position = position;
  }

  read(): Literal {
    const next = this.#peek();
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"' || next === "'") return this.#string(next);
    if (next === '!') return this.#negated();
    const number = this.#match(NUMBER);
    if (number !== undefined) return Number(number);
    const word = this.#match(IDENTIFIER);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw this.#unexpected();
  }

  /** Minifiers write `!0` for true and `!1` for false. */
  #negated(): boolean {
    const digit = this.#source[this.#position + 1];
    if (digit !== '0' && digit !== '1') throw this.#unexpected();
    this.#position += 2;
    return digit === '0';
  }

  #object(): { readonly [key: string]: Literal } {
    const entries: [string, Literal][] = [];
    this.#list('}', () => {
      const next = this.#peek();
      const key =
        next === '"' || next === "'" ? this.#string(next) : (this.#match(IDENTIFIER) ?? this.#match(NUMBER));
      if (key === undefined) throw this.#unexpected();
      this.#expect(':');
      entries.push([key, this.read()]);
    });
    return Object.fromEntries(entries);
  }

  #array(): Literal[] {
    const values: Literal[] = [];
    this.#list(']', () => values.push(this.read()));
    return values;
  }

  #list(end: string, readItem: () => void): void {
    this.#position++;
    while (this.#peek() !== end) {
      readItem();
      if (this.#peek() === ',') this.#position++;
      else if (this.#peek() !== end) throw this.#unexpected();
    }
    this.#position++;
  }

  #string(quote: string): string {
    const start = this.#position + 1;
    const end = this.#source.indexOf(quote, start);
    const text = this.#source.slice(start, end);
    if (end < 0 || text.includes('\\')) throw this.#unexpected();
    this.#position = end + 1;
    return text;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#source)?.[0];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  #peek(): string | undefined {
    this.#match(BLANK);
    return this.#source[this.#position];
  }

  #expect(character: string): void {
    if (this.#peek() !== character) throw this.#unexpected();
    this.#position++;
  }

  #unexpected(): Error {
    return new Error(`The module is not plain data at character ${this.#position}`);
  }
}

/**
 * The data that a bundled CommonJS module exports (`….exports={…}` or `….exports="…"`), read as text.
 *
 * @throws Error if the module exports anything but plain data
 */
export function readExportedLiteral(source: string): Literal {
  const found = /\.exports\s*=\s*(?=[{["'])/.exec(source);
  if (found === null) throw new Error('The module exports no plain data');
  return new LiteralReader(source, found.index + found[0].length).read();
}
