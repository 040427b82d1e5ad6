import { csvText } from '@kshot/domain';
import { findRows, getRow, type Store } from '@kshot/store';

/** All findings of a check, a line each. */
export async function findingsCsv(store: Store, checkId: string): Promise<string> {
  const { versionId } = await getRow(store, 'labelCheck', checkId);
  const { manifest } = await getRow(store, 'dataSetVersion', versionId);
  const findings = await findRows(store, 'finding', { checkId }, { by: 'position' });
  const index = findings.flatMap((f) => [f.exampleIndex, f.otherIndex ?? 0]);
  const examples = await findRows(store, 'example', { versionId, index });
  const byIndex = new Map(examples.map((example) => [example.index, example]));
  const classes = manifest?.classes ?? [];
  const nameOf = (k: number | null | undefined) => (k == null ? '' : (classes[k]?.name ?? ''));
  const lines = findings.map((finding) => {
    const example = byIndex.get(finding.exampleIndex);
    const copy = finding.otherIndex === null ? undefined : byIndex.get(finding.otherIndex);
    return [
      finding.kind,
      example?.id,
      example?.name,
      nameOf(example?.classIndex),
      nameOf(finding.suggestedClass),
      finding.confidence,
      finding.probability,
      copy?.name,
      finding.similarity,
    ];
  });
  const head = [
    'kind',
    'exampleId',
    'example',
    'given',
    'suggested',
    'givenProbability',
    'suggestedProbability',
    'copyOf',
    'similarity',
  ];
  return csvText([head, ...lines]);
}
