'use client';
import { useCallback, useMemo } from 'react';
import { IfChanging } from '@/access/if-making';
import type { FindingKind, FindingsQuery as FindingsAnswer } from '@/generated/graphql';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Select } from '@/ui/select';
import { useUrlValue } from '@/url/use-list-state';
import { BulkFixes } from './bulk-fixes';
import { FindingLine } from './finding-line';
import { FixBar } from './fix-bar';
import { FindingsQuery } from './label-check.operations';
import { useChoices } from './use-choices';

type Report = {
  wrongLabels: number;
  conflictingCopies: number;
  copies: number;
  relabelWarning: string | null;
};
type Props = {
  checkId: string;
  versionId: string;
  report: Report /** The page of examples. */;
  dataHref: string;
};

const KINDS: { kind: FindingKind; title: string; count: (report: Report) => number }[] = [
  {
    kind: 'CONFLICTING_COPY',
    title: 'Copies with other labels',
    count: (report) => report.conflictingCopies,
  },
  { kind: 'WRONG_LABEL', title: 'Probably wrong labels', count: (report) => report.wrongLabels },
  { kind: 'COPY', title: 'Plain copies', count: (report) => report.copies },
];

/** Examples with the given and the suggested label, and what is to be done with each. */
export function FindingsList({ checkId, versionId, report, dataHref }: Props) {
  const [value, setKind] = useUrlValue('kind');
  const kind = KINDS.find((one) => one.kind === value)?.kind;
  const { choices, choose, chooseAll, undo, forget } = useChoices();
  const variables = useMemo(() => ({ id: checkId, kind }), [checkId, kind]);
  const pick = useCallback((data: FindingsAnswer) => {
    const { findings } = data.labelCheck ?? {};
    return findings ?? { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } };
  }, []);
  const pages = usePages({ query: FindingsQuery, variables, pick, first: 50 });
  const total = report.conflictingCopies + report.wrongLabels + report.copies;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Select
          aria-label="Kind of finding"
          value={kind ?? ''}
          onChange={(event) => setKind(event.target.value || null)}
        >
          <option value="">All ({total})</option>
          {KINDS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.title} ({one.count(report)})
            </option>
          ))}
        </Select>
        <IfChanging>
          <BulkFixes checkId={checkId} report={report} chooseAll={chooseAll} undo={undo} />
        </IfChanging>
      </div>
      <IfChanging>
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <FixBar versionId={versionId} choices={choices} onForget={forget} />
        </div>
      </IfChanging>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-muted">Nothing of this kind was found.</p>
          ) : (
            <ul aria-label="Findings">
              {rows.map((finding) => (
                <FindingLine
                  key={finding.id}
                  finding={finding}
                  dataHref={dataHref}
                  choice={choices.get(finding.example.id) ?? null}
                  onChoose={(choice) => choose(finding.example.id, choice)}
                />
              ))}
            </ul>
          )
        }
      </Answer>
      <MoreButton pages={pages} what="findings" quiet />
    </>
  );
}
