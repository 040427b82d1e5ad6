import { formatCount, formatMany, formatShare } from '@/format/number';
import type { DataSetCardFragment } from '@/generated/graphql';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';
import { ExampleStrip } from './example-strip';
import { modalityLook } from './modality';

/** A data set in the list: what it is called, what it holds, one example of each of its first classes. */
export function DataSetRow({ dataSet }: { dataSet: DataSetCardFragment }) {
  const { id, name, description, modality, shipped, latest, createdAt } = dataSet;
  const { icon: Icon, many } = modalityLook(modality);
  const examples = latest.classes.nodes.flatMap((each) => each.examples);
  return (
    <div className="relative grid items-center gap-x-8 gap-y-2 border-b py-3 hover:bg-sunken/60 md:grid-cols-[minmax(0,1fr)_minmax(0,420px)_150px]">
      <div className="min-w-0">
        <h2 className="flex items-center gap-2 font-medium">
          <Icon className="size-4 shrink-0 text-faint" aria-hidden />
          <Link href={`/data/${id}`} className="truncate after:absolute after:inset-0">
            {name}
          </Link>
          {shipped && (
            <span className="rounded-full border px-2 text-[11px] leading-4 font-normal text-muted">
              shipped
            </span>
          )}
        </h2>
        <p className="truncate text-muted">{description}</p>
      </div>
      <div className="min-w-0">
        {latest.status === 'READY' ? (
          <ExampleStrip examples={examples} size={44} />
        ) : (
          <Status version={latest} />
        )}
      </div>
      <p className="text-muted md:text-right">
        {formatCount(latest.exampleCount)} {many}
        <br />
        <span className="text-[12px]">
          {formatMany(latest.classCount, 'class', 'classes')}, <Ago at={createdAt} />
        </span>
      </p>
    </div>
  );
}

function Status({ version: { status, progress, failure } }: { version: DataSetCardFragment['latest'] }) {
  if (failure?.code === 'CANCELLED') return <p className="text-muted">The import was cancelled</p>;
  if (status === 'FAILED') return <p className="text-bad">The import failed</p>;
  return <p className="text-accent">Importing, {formatShare(progress, 0)}</p>;
}
