'use client';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { IfChanging } from '@/access/if-making';
import { Answer } from '@/ui/answer';
import { Section } from '@/ui/section';
import { KeepSwitch } from './keep-switch';
import { KeptInputList } from './kept-input-list';
import { KeepingQuery } from './kept-inputs.operations';
import { ReviewedBar } from './reviewed-bar';

export type AskedModel = {
  id: string;
  classes: string[];
  version: { dataSet: { id: string; name: string } } | null;
};

/** A sample of what the model is asked, where that is switched on: looked through, labelled, taught and added to the data set. */
export function KeptInputsSection({ model }: { model: AskedModel }) {
  const { id } = model;
  const [{ data, error }, refetch] = useQuery({
    query: KeepingQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = useCallback(() => refetch({ requestPolicy: 'network-only' }), [refetch]);
  return (
    <Section title="Inputs to review">
      <Answer data={data} error={error} retry={again}>
        {({ model: kept, all, reviewed }) =>
          kept && (
            <>
              <KeepSwitch modelId={id} isOn={kept.keepsInputs} count={all.totalCount} onSwitched={again} />
              {all.totalCount > 0 && (
                <>
                  <IfChanging>
                    <ReviewedBar
                      model={model}
                      isTeachable={kept.lesson !== null}
                      reviewed={reviewed.nodes}
                      onDone={again}
                    />
                  </IfChanging>
                  <KeptInputList model={model} onReviewed={again} />
                </>
              )}
            </>
          )
        }
      </Answer>
    </Section>
  );
}
