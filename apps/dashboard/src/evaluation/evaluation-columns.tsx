import type { EvaluationsQuery } from '@/generated/graphql';
import type { Column } from '@/list/column';
import { StatusBadge } from '@/runs/status-badge';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';
import { CandidateSwatch } from './candidate-swatch';
import { figureRange, figureValue } from './figure-text';

type Row = EvaluationsQuery['evaluations']['nodes'][number];
const NONE = <span className="text-faint">–</span>;

export const EVALUATION_COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    title: 'Evaluation',
    width: 280,
    cell: ({ id, name, position }) => (
      <Link
        href={`/evaluations/${id}`}
        data-row
        className="flex h-9 items-center gap-2.5 font-medium hover:text-accent"
      >
        <CandidateSwatch position={position} />
        <span className="truncate">{name}</span>
      </Link>
    ),
  },
  { key: 'status', title: 'Status', width: 110, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    key: 'accuracy',
    title: 'Accuracy',
    width: 210,
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
  { key: 'protocol', title: 'Protocol', width: 260, cell: ({ protocolText }) => protocolText },
  {
    key: 'data',
    title: 'Data set',
    width: 180,
    cell: ({ version }) => (
      <Link href={`/data/${version.dataSet.id}`} className="hover:text-accent">
        {version.dataSet.name}
      </Link>
    ),
  },
  {
    key: 'study',
    title: 'Study',
    width: 180,
    cell: ({ study }) =>
      study ? (
        <Link href={`/studies/${study.id}`} className="hover:text-accent">
          {study.name}
        </Link>
      ) : (
        NONE
      ),
  },
  { key: 'created', title: 'Asked for', width: 120, cell: ({ createdAt }) => <Ago at={createdAt} /> },
];
