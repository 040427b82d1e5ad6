/** What came out of a row's work, by which ours and the peer's can be told to agree. */
export interface EpisodesFound {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Mean accuracies of the penalties; of the peer also those of exact fits. */
export interface GridFound {
  readonly means: readonly number[];
  readonly exact?: readonly number[];
}

/** Of each candidate its name, accuracy and interval. */
export interface StudyFound {
  readonly standings: readonly (readonly [name: string, value: number, low: number, high: number])[];
}

export type Found = EpisodesFound | GridFound | StudyFound;
