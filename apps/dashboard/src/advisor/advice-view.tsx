import { GitCompare } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatMany } from '@/format/number';
import type { AdviceFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { useLive } from '@/graphql/use-live';
import { hasEnded } from '@/runs/status-badge';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { MissingPage } from '@/ui/page/missing-page';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import {
  CancelRecommendation,
  RecommendationChanged,
  RecommendationQuery,
  RetryRecommendation,
  StartRecommendedStudy,
} from './advisor.operations';
import { limitsOf } from './budget';
import { FutureCurve } from './future-curve';
import { Looking } from './looking';
import { OptionDetail } from './option-detail';
import { OptionsPlot } from './options-plot';

/** One answer, live. */
export function AdviceView({ id }: { id: string }) {
  return (
    <Answer {...useLive(RecommendationQuery, RecommendationChanged, id)}>
      {({ recommendation }) =>
        recommendation ? (
          <Advice advice={recommendation} />
        ) : (
          <MissingPage what="recommendation" list="/data" />
        )
      }
    </Answer>
  );
}

function Advice({ advice }: { advice: AdviceFragment }) {
  const { id, status, failure, progress, options } = advice;
  const limits = limitsOf(advice.budget);
  return (
    <>
      {failure && <ProblemNote problem={failure} title="The advisor failed" className="mb-4" />}
      {!hasEnded(status) && <Looking progress={progress} />}
      {status === 'CANCELLED' && (
        <p className="mb-4 text-muted">
          The recommendation was cancelled. Retry it for options that can be started.
        </p>
      )}
      <div className="mb-5 flex flex-wrap gap-2 empty:hidden">
        <EntityActions
          what="recommendation"
          status={status}
          cancel={(client) => client.mutation(CancelRecommendation, { id })}
          retry={(client) => client.mutation(RetryRecommendation, { id })}
        />
      </div>
      {limits && <p className="mb-4 max-w-prose text-muted">{limits}</p>}
      {options.length > 0 && <Options advice={advice} />}
    </>
  );
}

/** What was tried, the best first; it can be started once the answer stands. */
function Options({ advice: { id, status, options, examples, basis } }: { advice: AdviceFragment }) {
  const [place, setPlace] = useState(0);
  const router = useRouter();
  const [starting, start] = useMutation(StartRecommendedStudy);
  const ended = status === 'DONE';
  const fitting = options.filter(({ leftOut }) => leftOut === null);
  const [best] = fitting;
  const problem = problemOf(starting.error);
  const compare = async () => {
    const { data } = await start({ id });
    if (data) router.push(`/studies/${data.startRecommendedStudy.id}`);
  };
  const shown = options[place];
  return (
    <>
      <Section
        title={best ? `${ended ? 'Recommended' : 'Best so far'}: ${best.title}` : 'Nothing fits the budget'}
        actions={
          ended &&
          fitting.length > 1 && (
            <IfMaking>
              <Button onClick={() => void compare()} disabled={starting.fetching}>
                <GitCompare aria-hidden />
                Compare the best {Math.min(3, fitting.length)} in a study
              </Button>
            </IfMaking>
          )
        }
      >
        <p className="mb-4 max-w-prose text-muted">
          From {formatMany(examples ?? 0, 'training example')} of yours and{' '}
          {formatMany(basis.length, 'other data set')}
          {basis.length > 0 && ` (${basis.join(', ')})`}.
        </p>
        {problem && <ProblemNote problem={problem} className="mb-4" />}
        <OptionsPlot options={options} />
      </Section>
      <label className="mb-3 block max-w-md">
        <span className="mb-1 block font-medium">Look closer at</span>
        <select
          className="h-8 w-full rounded-md border border-line-strong bg-surface px-2 text-ink"
          value={place}
          onChange={(event) => setPlace(Number(event.target.value))}
        >
          {options.map((option) => (
            <option key={option.place} value={option.place}>
              {option.title}
              {option.leftOut && ' (over budget)'}
            </option>
          ))}
        </select>
      </label>
      {shown && (
        <div className="grid gap-6 pb-8 lg:grid-cols-2">
          <OptionDetail adviceId={id} option={shown} startable={ended} />
          <FutureCurve option={shown} />
        </div>
      )}
    </>
  );
}
