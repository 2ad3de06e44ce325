import type { CharacterSpec } from '../character-spec.js';

/** The sections of a spec, and the fields that stand alone. */
type Section = keyof CharacterSpec;
type Given<Value> = Exclude<Value, undefined>;
type Fields<Name extends Section> =
  Given<CharacterSpec[Name]> extends readonly unknown[]
    ? never
    : Given<CharacterSpec[Name]> extends object
      ? keyof Given<CharacterSpec[Name]> & string
      : never;

/** A field of a spec: `age`, `skin.hex`, or a whole section such as `hair`. */
export type CharacterPath = { [Name in Section]: Name | `${Name}.${Fields<Name>}` }[Section];

/** What may stand at a path. */
export type ValueAt<Path extends CharacterPath> = Path extends Section
  ? Given<CharacterSpec[Path]>
  : Path extends `${infer Name extends Section}.${infer Field}`
    ? Field extends keyof Given<CharacterSpec[Name]>
      ? Given<Given<CharacterSpec[Name]>[Field]>
      : never
    : never;

type ListPath = 'accessories' | 'effects';

/** One change of a spec. */
export type CharacterEdit =
  | {
      [Path in CharacterPath]: { readonly op: 'set'; readonly path: Path; readonly value: ValueAt<Path> };
    }[CharacterPath]
  /** Takes the field out, so that the seed decides again. */
  | { readonly op: 'unset'; readonly path: CharacterPath }
  /** Puts one more into a list; nothing changes if it is there. */
  | {
      [Path in ListPath]: { readonly op: 'add'; readonly path: Path; readonly value: ValueAt<Path>[number] };
    }[ListPath]
  /** Takes one out of a list; nothing changes if it is not there. */
  | {
      [Path in ListPath]: {
        readonly op: 'remove';
        readonly path: Path;
        readonly value: ValueAt<Path>[number];
      };
    }[ListPath];
