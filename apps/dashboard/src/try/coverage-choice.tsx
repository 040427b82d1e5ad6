'use client';
import { useMutation } from 'urql';
import { IfChanging } from '@/access/if-making';
import { problemOf } from '@/graphql/problem';
import type { Model } from '@/models/model-page';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { CalibrateModel } from './try.operations';

type Props = { model: Model; coverage: number | null; onChange: (coverage: number | null) => void };

/** How sure the set of classes must be; a model that is not calibrated offers that first. */
export function CoverageChoice({ model: { id, calibration, version }, coverage, onChange }: Props) {
  const [calibrated, calibrate] = useMutation(CalibrateModel);
  const problem = problemOf(calibrated.error);
  if (!calibration)
    return (
      <div className="mb-4">
        {version && (
          <IfChanging>
            <Button disabled={calibrated.fetching} onClick={() => void calibrate({ input: { modelId: id } })}>
              {calibrated.fetching ? 'Calibrating…' : 'Let it say “none of these”'}
            </Button>
            <p className="mt-1 text-[12px] text-muted">
              Scores the test part, which it was not fitted on, to know how sure its answers are.
            </p>
          </IfChanging>
        )}
        {problem && <ProblemNote problem={problem} title="It could not be calibrated" className="mt-2" />}
      </div>
    );
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-muted">Name all classes that it may be, right</span>
      <Select
        aria-label="Coverage"
        value={coverage === null ? '' : String(coverage)}
        onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      >
        <option value="">not asked</option>
        <option value="0.8">8 times of 10</option>
        <option value="0.9">9 times of 10</option>
        <option value="0.95">19 times of 20</option>
      </Select>
      <p className="w-full text-[12px] text-muted">
        {calibration.sentence} This set of classes depends on the probabilities alone.
      </p>
    </div>
  );
}
