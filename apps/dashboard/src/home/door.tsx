'use client';
import { IfMaking } from '@/access/if-making';
import { ExampleStrip } from '@/data/example-strip';
import { modalityLook } from '@/data/modality';
import { formatCount, formatMany } from '@/format/number';
import type { DataSetCardFragment, Modality } from '@/generated/graphql';
import { TrainButton } from '@/new-run/train/train-button';
import { Link } from '@/ui/link';
import { ACCEPTED } from '@/upload/accepted';
import { DropZone } from '@/upload/drop-zone';

const WORDS: Record<Modality, { title: string; drop: string; hint: string }> = {
  IMAGE: {
    title: 'Photos',
    drop: 'Drop your photos',
    hint: 'A folder or ZIP with a folder for each class',
  },
  TEXT: {
    title: 'Texts',
    drop: 'Drop your texts',
    hint: 'CSV, spreadsheet, JSON or folders of .txt or .eml',
  },
  TABLE: {
    title: 'A table',
    drop: 'Drop your table',
    hint: 'CSV, spreadsheet, JSON, Parquet or ARFF',
  },
};

type Props = { modality: Modality; dataSets: DataSetCardFragment[]; onFile: (file: File) => void };

/** One kind of data: examples that are here already, and a place to drop one's own. */
export function Door({ modality, dataSets, onFile }: Props) {
  const { title, drop, hint } = WORDS[modality];
  const { icon: Icon, many } = modalityLook(modality);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon className="size-4 text-accent" aria-hidden />
        {title}
      </h2>
      {dataSets.map(({ id, name, latest }) => (
        <article key={id} aria-label={name} className="min-w-0">
          <div className="mb-2 flex items-center gap-3">
            <div className="min-w-0">
              <h3 className="truncate font-medium">
                <Link href={`/data/${id}`} className="hover:text-accent">
                  {name}
                </Link>
              </h3>
              <p className="text-[12px] text-muted">
                {formatCount(latest.exampleCount)} {many}, {formatMany(latest.classCount, 'class', 'classes')}
              </p>
            </div>
            <IfMaking>
              <span className="ml-auto flex flex-wrap justify-end gap-2">
                <TrainButton versionId={latest.id} name={name} compact />
              </span>
            </IfMaking>
          </div>
          <ExampleStrip examples={latest.classes.nodes.flatMap((each) => each.examples)} size={40} />
        </article>
      ))}
      <IfMaking>
        <div className="mt-auto">
          <DropZone compact folders label={drop} hint={hint} accept={ACCEPTED} onFile={onFile} />
        </div>
      </IfMaking>
    </div>
  );
}
