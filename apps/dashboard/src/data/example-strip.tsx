import type { ExampleContentFragment } from '@/generated/graphql';
import { ExamplePicture, exampleText, isPicture } from './example-tile';

/** A class at a glance: its first examples as pictures in a row, else as lines of text. */
export function ExampleStrip({ examples, size = 56 }: { examples: ExampleContentFragment[]; size?: number }) {
  const first = examples[0];
  if (!first) return <p className="text-muted">No examples.</p>;
  if (isPicture(first)) {
    return (
      <div className="flex flex-wrap gap-1.5 overflow-hidden" style={{ maxHeight: size }}>
        {examples.map((example) => (
          <ExamplePicture key={example.id} example={example} size={size} />
        ))}
      </div>
    );
  }
  return (
    <ul className="min-w-0 space-y-0.5">
      {examples.slice(0, 3).map((example) => (
        <li key={example.id} className="truncate text-muted">
          {exampleText(example)}
        </li>
      ))}
    </ul>
  );
}
