import Image from 'next/image';
import type { ComponentProps } from 'react';
import { modalityLook } from '@/data/modality';
import { formatCount, formatMany } from '@/format/number';
import type { ColumnRole, PlanFieldsFragment, TableUse } from '@/generated/graphql';
import { ProblemNote } from '@/ui/problem-note';
import { asksForClass, lacksClasses } from './lacks-classes';
import { PlanColumns } from './plan-columns';
import { PlanFormat } from './plan-format';
import { PlanUse } from './plan-use';
import { WithoutClasses } from './without-classes';

type Props = {
  plan: PlanFieldsFragment;
  /** Left out where there is nothing to choose: a file that is added is read by the columns of the data set. */
  onRole?: (column: string, role: ColumnRole) => void;
  onHeader?: (header: boolean) => void;
  onFormat?: ComponentProps<typeof PlanFormat>['onFormat'];
  onUse?: (use: TableUse) => void;
  /** Keeps the examples although they have no classes. */
  onKeep?: () => void;
};

/** How a file was understood; what was chosen for columns can be changed. */
export function PlanView({ plan, onRole, onHeader, onFormat, onUse, onKeep }: Props) {
  const {
    kind,
    modality,
    columns,
    header,
    classes,
    classCount,
    parts,
    exampleCount,
    unlabelledCount,
    sampled,
    findings,
    problem,
  } = plan;
  const asks = onKeep !== undefined && asksForClass(plan);
  return (
    <section aria-label="How the file was understood" className="space-y-4">
      {onKeep && lacksClasses(plan) && <WithoutClasses modality={modality} onKeep={onKeep} />}
      {!asks && (
        <p>
          <span className="font-medium">
            {formatMany(exampleCount, 'example')} ({modalityLook(modality).many}),{' '}
            {formatMany(classCount, 'class', 'classes')}
            {unlabelledCount > 0 && `, ${formatMany(unlabelledCount, 'unlabelled example')}`}
          </span>
          <span className="text-muted">
            {' '}
            from {kind}
            {sampled && ', by its first rows'}
          </span>
        </p>
      )}
      {problem && !asks && <ProblemNote problem={problem} title="It cannot be imported like this" />}
      {classes.length > 0 && (
        <Counts label="Classes" counts={classes} more={classCount - Math.min(classCount, SHOWN)} />
      )}
      {onRole && classCount > 0 && (
        <Counts
          label="Parts"
          counts={parts}
          none="The file does not name parts: a share of each class is kept for the test."
        />
      )}
      {onUse && <PlanUse plan={plan} onUse={onUse} />}
      {onFormat && <PlanFormat plan={plan} onFormat={onFormat} />}
      {columns.length > 0 && onRole && onHeader && (
        <PlanColumns columns={columns} header={header ?? true} onRole={onRole} onHeader={onHeader} />
      )}
      <Examples examples={plan.examples} />
      {findings.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium">Good to know</h3>
          <ul className="list-disc space-y-1 pl-5 text-muted">
            {findings.map((finding) => (
              <li key={finding} className="break-words">
                {finding}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const SHOWN = 12;

type Count = { name: string; count: number };

function Counts({
  label,
  counts,
  more = 0,
  none,
}: {
  label: string;
  counts: Count[];
  more?: number;
  none?: string;
}) {
  return (
    <div>
      <h3 className="mb-1 font-medium">{label}</h3>
      {counts.length === 0 && <p className="text-muted">{none}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {counts.slice(0, SHOWN).map(({ name, count }) => (
          <li key={name} className="max-w-full truncate rounded border px-2 py-0.5" title={name}>
            {name} <span className="text-muted tabular-nums">{formatCount(count)}</span>
          </li>
        ))}
        {more > 0 && <li className="px-1 py-0.5 text-muted">and {formatCount(more)} more</li>}
      </ul>
    </div>
  );
}

function Examples({ examples }: { examples: PlanFieldsFragment['examples'] }) {
  const pictures = examples.filter(({ image }) => image !== null);
  const texts = examples.filter(({ text }) => text !== null);
  if (pictures.length + texts.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium">First examples</h3>
      <ul className="flex flex-wrap gap-2">
        {pictures.map(({ name, className, image }, i) => (
          <li key={i} className="w-[72px]">
            <Image
              unoptimized
              src={image ?? ''}
              alt={name}
              title={name}
              width={72}
              height={72}
              className="rounded border bg-white"
            />
            <span className="block truncate text-[11px] text-muted">{className}</span>
          </li>
        ))}
      </ul>
      <ul className="divide-y">
        {texts.map(({ className, text }, i) => (
          <li key={i} className="flex gap-3 py-1">
            <span className="w-28 shrink-0 truncate font-medium" title={className ?? ''}>
              {className}
            </span>
            <span className="min-w-0 truncate text-muted">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
