import type { Finding, LabelCheckReport } from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';

/** Stores what a check found, the most urgent first. */
export async function settleCheck(
  client: pg.PoolClient,
  checkId: string,
  { report, findings }: { readonly report: LabelCheckReport; readonly findings: readonly Finding[] },
): Promise<void> {
  await client.query('update label_check set report = $2 where id = $1', [checkId, JSON.stringify(report)]);
  const column = <K extends keyof Finding>(name: K) => findings.map((finding) => finding[name]);
  await client.query(
    `insert into finding (id, check_id, position, kind, example_index, other_index, suggested_class, confidence, probability, similarity)
     select f.id, $1, f.place - 1, f.kind::"FindingKind", f.example, f.other, f.suggested, f.confidence, f.probability, f.similarity
     from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::float8[], $8::float8[], $9::float8[])
       with ordinality as f(id, kind, example, other, suggested, confidence, probability, similarity, place)`,
    [
      checkId,
      findings.map(() => v7()),
      column('kind'),
      column('exampleIndex'),
      column('otherIndex'),
      column('suggestedClass'),
      column('confidence'),
      column('probability'),
      column('similarity'),
    ],
  );
}
