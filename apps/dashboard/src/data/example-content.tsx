import Image from 'next/image';
import type { ExampleContentFragment } from '@/generated/graphql';
import { ExamplePicture } from './example-tile';

/** An example as large as it is: the picture, the whole text or all cells. */
export function ExampleContent({ example }: { example: ExampleContentFragment }) {
  if (example.imageUrl)
    return (
      <Image
        unoptimized
        src={example.imageUrl}
        alt={example.name}
        width={448}
        height={448}
        className="thumbnail mx-auto block max-h-[56vh] w-full rounded border bg-white object-contain"
      />
    );
  if (example.text)
    return <p className="max-h-[56vh] overflow-y-auto break-words whitespace-pre-wrap">{example.text}</p>;
  return (
    <>
      <ExamplePicture example={example} size={224} />
      <dl className="mt-3 grid max-h-[40vh] grid-cols-[auto_1fr] gap-x-6 gap-y-1 overflow-y-auto">
        {example.row?.map(({ column, value }) => (
          <div key={column} className="contents">
            <dt className="truncate text-muted">{column}</dt>
            <dd className="break-words">{value ?? <span className="text-faint">missing</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
