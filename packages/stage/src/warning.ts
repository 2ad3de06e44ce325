/** Something the user should know although the run went on. */
export interface Warning {
  /** Stable, kebab-case, such as `face-too-small`. */
  readonly code: string;
  /** One sentence in plain words, with what to do about it. */
  readonly message: string;
  readonly measured?: number;
  readonly threshold?: number;
}
