/** One of the values that a field may have, with what people read. */
export interface NamedValue<Value extends string = string> {
  /** As it stands in a spec. */
  readonly value: Value;
  /** For forms and lists, in English. */
  readonly label: string;
}

/** A list of named values as it was written, so that the values are types too. */
export const named = <const Values extends readonly NamedValue[]>(values: Values): Values => values;

/** The values of a list, without their labels. */
export type ValueOf<List extends readonly NamedValue[]> = List[number]['value'];
