'use client';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/ui/answer';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { TwoClassesQuery } from './threshold.operations';
import { ThresholdDesk } from './threshold-desk';

type Props = {
  model: {
    id: string;
    classes: string[];
    twoClasses: { positive: string } | null;
    /** Of a model with a fitted head. */
    probabilityText: string | null;
  };
};

/** From which probability on a model of two classes answers the one that is looked for. */
export function ThresholdSection({ model: { id, classes, twoClasses, probabilityText } }: Props) {
  const [positive, choosePositive] = useState<string | null>(null);
  const [{ data, error }, refetch] = useQuery({
    query: TwoClassesQuery,
    variables: { id, positive },
    pause: !twoClasses,
  });
  return (
    <Section title="Threshold">
      {twoClasses ? (
        <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
          {({ model }) =>
            model?.twoClasses && (
              <ThresholdDesk
                key={model.twoClasses.positive}
                modelId={id}
                classes={classes}
                two={model.twoClasses}
                saved={twoClasses.positive}
                choosePositive={choosePositive}
              />
            )
          }
        </Answer>
      ) : (
        <EmptyState
          icon={Scale}
          title="No held-out examples"
          text={`Nothing was held out when this model was made, so it is not known what a threshold brings. ${probabilityText ? 'One of the classes has a single training example: add another one to it and train again.' : 'Train a head by transfer, with two examples or more of each class.'}`}
        />
      )}
    </Section>
  );
}
