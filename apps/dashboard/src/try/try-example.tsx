'use client';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { ClassesQuery } from '@/data/gallery.operations';
import type { PredictInput } from '@/generated/graphql';
import { Answer } from '@/ui/answer';

type Props = { versionId: string; onInput: (input: PredictInput | null) => void };

/** Examples of the data set, a few of each of its first classes. */
export function TryExample({ versionId, onInput }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data, error }, refetch] = useQuery({
    query: ClassesQuery,
    variables: { versionId, first: 12, search: undefined, examples: 6 },
  });
  return (
    <Answer
      data={data?.dataSetVersion}
      error={error}
      retry={() => refetch({ requestPolicy: 'network-only' })}
      rows={4}
    >
      {({ classes }) => (
        <ul className="max-h-[60vh] space-y-2 overflow-y-auto pr-2">
          {classes.nodes.map((each) => (
            <li key={each.id} className="grid grid-cols-[96px_minmax(0,1fr)] items-center gap-3">
              <span className="truncate text-muted" title={each.name}>
                {each.name}
              </span>
              <span className="flex flex-wrap gap-1.5 p-0.5">
                {each.examples.map((example) => (
                  <button
                    key={example.id}
                    type="button"
                    aria-pressed={chosen === example.id}
                    aria-label={`${each.name}, example ${example.index}`}
                    onClick={() => {
                      setChosen(example.id);
                      onInput({ exampleId: example.id });
                    }}
                    className={`max-w-full rounded text-left outline-offset-1 ${chosen === example.id ? 'outline-2 outline-accent' : ''}`}
                  >
                    {isPicture(example) ? (
                      <ExamplePicture example={example} size={44} label="" />
                    ) : (
                      <span className="block truncate rounded border px-2 py-1 hover:bg-sunken">
                        {exampleText(example)}
                      </span>
                    )}
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}
