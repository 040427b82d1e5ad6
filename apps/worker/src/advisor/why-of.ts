import type { AdvisorRecord, ArmProbe, Prior } from '@kshot/fewshot';

const NAMES = { IMAGE: 'pictures', TEXT: 'texts', TABLE: 'tables' } as const;
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** The numbers behind a prediction, as sentences. */
export function whyOf({
  kind,
  modality,
  prior,
  probe,
}: {
  readonly kind: string;
  readonly modality: AdvisorRecord['modality'];
  readonly prior: Prior;
  readonly probe: ArmProbe | undefined;
}): string[] {
  const here = probe
    ? `Tried on your examples: right in ${percent(probe.half)} when fitted on half of them, in ${percent(probe.most)} when fitted on most; each time scored on those left out.`
    : 'Not tried on your examples: the figure is what other data sets say, so it stands below all that were tried.';
  const apart = prior.apart.get(kind);
  const known = prior.dataSets.length;
  const elsewhere =
    apart && known > 1
      ? `On ${known} other data sets of ${NAMES[modality]} it was ${(100 * Math.abs(apart.mean)).toFixed(1)} points ${apart.mean < 0 ? 'worse' : 'better'} than the mean of these methods.`
      : 'No other data set tells how it usually does.';
  return [here, elsewhere];
}
