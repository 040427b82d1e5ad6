import type { Figure, Report } from '@kshot/fewshot';

/** What is kept of an evaluation's report; NaN becomes null on its way. */
export interface StoredReport extends Report {
  /** Of a shot curve: the number of shots that the figures are of, its largest. */
  readonly shots: number | null;
  readonly curve: readonly {
    readonly shots: number;
    readonly draws: number;
    readonly accuracy: Figure;
    readonly logLoss: Figure;
  }[];
}
