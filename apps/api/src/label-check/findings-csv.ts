import type { PackManifest } from '@kshot/domain';
import type { Store } from '@kshot/store';
import { csvText } from '../files/csv-text.js';
import { found } from '../schema/find.js';

/** All findings of a check, a line each. */
export async function findingsCsv({ prisma }: Pick<Store, 'prisma'>, checkId: string): Promise<string> {
  const { versionId, version } = await found('check', checkId, (id) =>
    prisma.labelCheck.findUnique({ where: { id }, include: { version: true } }),
  );
  const findings = await prisma.finding.findMany({ where: { checkId }, orderBy: { position: 'asc' } });
  const examples = await prisma.example.findMany({
    where: { versionId, index: { in: findings.flatMap((f) => [f.exampleIndex, f.otherIndex ?? 0]) } },
  });
  const byIndex = new Map(examples.map((example) => [example.index, example]));
  const { classes } = version.manifest as unknown as PackManifest;
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
