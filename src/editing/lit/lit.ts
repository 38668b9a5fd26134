/** What stays as it is while the rest dims. */
export interface Lit {
  /** Touchpoints and notes. */
  readonly items: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  /** null = no stage dims. */
  readonly stages: ReadonlySet<string> | null;
  /** The rest nearly goes, instead of stepping back. */
  readonly hard: boolean;
}
