import { modalityLook } from '@/data/modality';
import { formatBytes } from '@/format/bytes';
import { formatCount, formatShare } from '@/format/number';
import type { ModelRowFragment } from '@/generated/graphql';
import type { Column } from '@/list/column';
import { RunSwatch } from '@/runs/run-swatch';
import { calledBy } from '@/serving/called-by';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';

const NONE = <span className="text-faint">–</span>;

/** Columns that are shown once they are chosen: with them the table is wider than most windows. */
export const CHOSEN_COLUMNS = ['tags', 'parameters'];

export const MODEL_COLUMNS: Column<ModelRowFragment>[] = [
  {
    key: 'name',
    title: 'Model',
    width: 230,
    sort: 'NAME',
    cell: ({ id, name, run, archivedAt }) => (
      <Link
        href={`/models/${id}`}
        data-row
        className="flex h-9 items-center gap-2.5 font-medium hover:text-accent"
      >
        <RunSwatch id={run?.id ?? id} />
        <span className="truncate">{name}</span>
        {archivedAt && <span className="text-[12px] font-normal text-muted">archived</span>}
      </Link>
    ),
  },
  {
    key: 'accuracy',
    title: 'Test accuracy',
    width: 160,
    sort: 'ACCURACY',
    right: true,
    cell: ({ report, episodeReport }) => {
      const tested = report ?? episodeReport;
      return tested ? (
        <span
          title={
            episodeReport ? `${episodeReport.ways}-way ${episodeReport.shots}-shot, new classes` : undefined
          }
        >
          {formatShare(tested.accuracy)}{' '}
          <span className="text-[12px] text-muted">
            {formatShare(tested.accuracyLow)} – {formatShare(tested.accuracyHigh)}
          </span>
        </span>
      ) : (
        NONE
      );
    },
  },
  {
    key: 'served',
    title: 'Served as',
    width: 120,
    cell: ({ served }) =>
      served.length === 0
        ? NONE
        : served.map((each) => <ServedAs key={`${each.name}@${each.alias}`} served={each} />),
  },
  { key: 'input', title: 'Input', width: 70, cell: ({ input }) => modalityLook(input.modality).one },
  {
    key: 'data',
    title: 'Data set',
    width: 160,
    cell: ({ version }) =>
      version ? (
        <Link href={`/data/${version.dataSet.id}`} className="hover:text-accent">
          {version.dataSet.name}
        </Link>
      ) : (
        NONE
      ),
  },
  {
    key: 'tags',
    title: 'Tags and note',
    width: 210,
    cell: ({ tags, note }) => {
      const said = [tags.join(', '), note].filter(Boolean).join(' · ');
      return said ? <span title={said}>{said}</span> : NONE;
    },
  },
  {
    key: 'classes',
    title: 'Classes',
    width: 80,
    right: true,
    cell: ({ classes, isMetaModel }) => (isMetaModel ? 'any' : formatCount(classes.length)),
  },
  {
    key: 'parameters',
    title: 'Parameters',
    width: 110,
    right: true,
    cell: ({ parameterCount }) => formatCount(parameterCount),
  },
  {
    key: 'bytes',
    title: 'Size',
    width: 90,
    sort: 'BYTES',
    right: true,
    cell: ({ bytes }) => formatBytes(bytes),
  },
  {
    key: 'created',
    title: 'Created',
    width: 100,
    sort: 'CREATED_AT',
    right: true,
    cell: ({ createdAt }) => <Ago at={createdAt} />,
  },
  {
    key: 'try',
    title: '',
    menuTitle: 'Try it',
    width: 70,
    right: true,
    cell: ({ id, name, isMetaModel }) => (
      <Link
        href={`/models/${id}/${isMetaModel ? 'build' : 'try'}`}
        aria-label={isMetaModel ? `Build a sub-model of ${name}` : `Try ${name}`}
        className="text-accent hover:underline"
      >
        {isMetaModel ? 'Build' : 'Try it'}
      </Link>
    ),
  },
];

/** The name and its version; what another model has taken over is muted. */
const ServedAs = ({ served }: { served: ModelRowFragment['served'][number] }) => (
  <span
    title={served.isServed ? undefined : 'Another model answers by this name now'}
    className={`mr-2 ${served.isServed ? 'font-medium text-accent' : 'text-faint'}`}
  >
    {calledBy(served)} v{served.version}
    {!served.isServed && <span className="sr-only">, moved on</span>}
  </span>
);
