import type { EvaluationsQuery } from '@/generated/graphql';
import type { Column } from '@/list/column';
import { StatusBadge } from '@/runs/status-badge';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';
import { CandidateSwatch } from './candidate-swatch';
import { figureRange, figureValue } from './figure-text';
import { scoredOn } from './scored-on';

type Row = EvaluationsQuery['evaluations']['nodes'][number];
const NONE = <span className="text-faint">–</span>;

export const EVALUATION_COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    title: 'Evaluation',
    width: 250,
    cell: (row) => {
      const { title, details } = scoredOn(row);
      return (
        <Link
          href={`/evaluations/${row.id}`}
          data-row
          title={`${title} ${details}`}
          className="flex h-9 items-center gap-2.5 font-medium hover:text-accent"
        >
          <CandidateSwatch position={row.position} />
          <span className="truncate">
            {title} <span className="font-normal text-muted">{details}</span>
          </span>
        </Link>
      );
    },
  },
  { key: 'status', title: 'Status', width: 104, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    key: 'accuracy',
    title: 'Accuracy',
    width: 184,
    right: true,
    cell: ({ progress: { accuracy } }) =>
      accuracy ? (
        <>
          {figureValue(accuracy)} <span className="text-[12px] text-muted">{figureRange(accuracy)}</span>
        </>
      ) : (
        NONE
      ),
  },
  {
    key: 'protocol',
    title: 'Protocol',
    width: 200,
    cell: ({ protocolText }) => <span title={protocolText}>{protocolText}</span>,
  },
  {
    key: 'data',
    title: 'Data set',
    width: 150,
    cell: ({ version }) => (
      <Link href={`/data/${version.dataSet.id}`} className="hover:text-accent">
        {version.dataSet.name}
      </Link>
    ),
  },
  {
    key: 'study',
    title: 'Study',
    width: 150,
    cell: ({ study }) =>
      study ? (
        <Link href={`/studies/${study.id}`} className="hover:text-accent">
          {study.name}
        </Link>
      ) : (
        NONE
      ),
  },
  { key: 'created', title: 'Asked for', width: 100, cell: ({ createdAt }) => <Ago at={createdAt} /> },
];
