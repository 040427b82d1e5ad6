import { Presentation } from 'lucide-react';
import { useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { ExampleStrip } from '@/data/example-strip';
import type { RunDetailFragment } from '@/generated/graphql';
import { RunFigures } from '@/runs/run-figures';
import { RunModels } from '@/runs/run-models';
import { ButtonLink } from '@/ui/button';
import { LearntFromQuery } from './home.operations';

/** A run without curves: the examples that it learns from, what it reached, and its model to try. */
export function SolvedRun({ run }: { run: RunDetailFragment }) {
  const [{ data }] = useQuery({ query: LearntFromQuery, variables: { versionId: run.version.id } });
  const examples = data?.dataSetVersion?.classes.nodes.flatMap((each) => each.examples) ?? [];
  return (
    <div className="mt-3">
      <div className="mb-4 min-h-18">{data && <ExampleStrip examples={examples} size={72} />}</div>
      <RunFigures run={run} />
      {run.models.length > 0 && <RunModels models={run.models} />}
      <IfMaking>
        <p className="mt-3">
          <ButtonLink href="/teach">
            <Presentation aria-hidden />
            Teach your own by photos or camera
          </ButtonLink>
        </p>
      </IfMaking>
    </div>
  );
}
