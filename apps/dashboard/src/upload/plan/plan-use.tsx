import { formatMany } from '@/format/number';
import type { PlanFieldsFragment, TableUse } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { usesOf } from './uses-of';

type Props = { plan: Pick<PlanFieldsFragment, 'modality' | 'columns'>; onUse: (use: TableUse) => void };

/** Of a table with texts beside other columns: which of the two it is used as, and the other as a button. */
export function PlanUse({ plan, onUse }: Props) {
  const uses = usesOf(plan);
  if (!uses) return null;
  const isTable = plan.modality === 'TABLE';
  return (
    <section
      aria-labelledby="table-use"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-60">
        <h3 id="table-use" className="font-medium">
          {isTable ? 'All columns count' : 'Only the texts count'}
        </h3>
        <p className="text-muted">
          {isTable
            ? 'A sentence encoder turns texts into numbers beside the other columns. Where the texts say it all, a data set of texts takes larger models.'
            : `${formatMany(uses.others, 'other column is', 'other columns are')} left out. Where they matter, too, use the file as a table.`}
        </p>
      </div>
      <Button onClick={() => onUse(isTable ? 'TEXT' : 'TABLE')}>
        {isTable ? 'Use the texts alone' : 'Use all columns as a table'}
      </Button>
    </section>
  );
}
