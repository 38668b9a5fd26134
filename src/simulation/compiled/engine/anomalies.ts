/** Reports what went wrong during a walk, by touchpoint index. */
export interface Anomalies {
  effectRefused: (touchpoint: number) => void;
  chancesOverOne: (touchpoint: number) => void;
  noEntryWeight: () => void;
}
