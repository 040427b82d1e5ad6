import { useMutation } from 'urql';
import { IfChanging } from '@/access/if-making';
import { formatMany } from '@/format/number';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { KeepInputs, StopKeepingInputs } from './kept-inputs.operations';

type Props = { modelId: string; isOn: boolean; count: number; onSwitched: () => void };

/** Switches keeping of inputs on and off; what is kept can be deleted once it is off. */
export function KeepSwitch({ modelId, isOn, count, onSwitched }: Props) {
  const [started, keep] = useMutation(KeepInputs);
  const [stopped, stop] = useMutation(StopKeepingInputs);
  const problem = problemOf(started.error ?? stopped.error);
  const change = (on: boolean) =>
    void (on ? keep({ modelId }) : stop({ modelId, deleteKept: false })).then(onSwitched);
  return (
    <div className="mb-4 grid max-w-[72ch] gap-2">
      <IfChanging>
        <label className="inline-flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={isOn}
            disabled={started.fetching || stopped.fetching}
            onChange={({ target }) => change(target.checked)}
            className="size-4 accent-accent"
          />
          Keep a sample of inputs
        </label>
      </IfChanging>
      <p className="text-muted">
        {isOn
          ? 'A sample of what programs, files, the shared page and tries ask is kept with the answers: at most 200 inputs, unsure ones more often, for 30 days unless another time is set. The shared page says so; what a browser answers by itself is not kept.'
          : 'Only counts are kept. When this is on, a sample of inputs is kept, too, so that you see where the model is unsure, say what is right, and teach it.'}
      </p>
      {problem && <ProblemNote problem={problem} title="It was not switched" />}
      {!isOn && count > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <span>{formatMany(count, 'input')} from before</span>
          <IfChanging>
            <Confirm
              trigger={<Button look="danger">Delete them</Button>}
              title={`Delete ${formatMany(count, 'kept input')}?`}
              text="Reviewed ones go, too. What was taught or added to a data set stays there."
              verb="Delete them"
              onConfirm={() => void stop({ modelId, deleteKept: true }).then(onSwitched)}
            />
          </IfChanging>
        </div>
      )}
    </div>
  );
}
