import { Compass } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Recommend } from './advisor.operations';
import { type Budget, type BudgetTexts, budgetOf, problemWith, textsOf } from './budget';

const FIELDS = [
  ['seconds', 'Seconds at most', 'From start to model. Empty: as long as it takes.'],
  ['memory', 'Memory at most, MB', 'Of the process that trains. Empty: no limit.'],
  ['stored', 'Model at most, MB', 'What must be kept to answer. Empty: no limit.'],
] as const;

type Props = {
  versionId: string;
  /** Of the answer that is shown first. */
  budget: Budget;
  onAsked: (id: string) => void;
};

/** What a run may take, and the button that asks. */
export function BudgetForm({ versionId, budget, onAsked }: Props) {
  const [texts, setTexts] = useState<BudgetTexts>(textsOf(budget));
  const [asking, ask] = useMutation(Recommend);
  const problem = problemOf(asking.error);
  const wrong = FIELDS.some(([name]) => problemWith(texts[name]));
  const onSubmit = async () => {
    const { data } = await ask({ versionId, budget: budgetOf(texts) });
    if (data) onAsked(data.recommend.id);
  };
  return (
    <form
      className="border-t pt-4 pb-6"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        {FIELDS.map(([name, label, hint]) => (
          <TextField
            key={name}
            label={label}
            hint={hint}
            error={problemWith(texts[name])}
            inputMode="decimal"
            value={texts[name]}
            onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
          />
        ))}
      </div>
      <IfMaking>
        <Button type="submit" look="primary" className="mt-3" disabled={wrong || asking.fetching}>
          <Compass aria-hidden />
          Ask the advisor
        </Button>
      </IfMaking>
      {problem && <ProblemNote problem={problem} className="mt-4" />}
    </form>
  );
}
