import Image from 'next/image';
import { formatShare } from '@/format/number';
import type { ShareOfAnswerFragment as Share } from '@/generated/graphql';

/** The support examples that the answer rests on, with what it would be without each. */
export function RestsOn({ shares, answer }: { shares: Share[]; answer: string }) {
  return (
    <section aria-label="Rests on" className="mt-6 border-t pt-3">
      <h2 className="font-semibold">Rests on</h2>
      <p className="mb-2 max-w-[60ch] text-[12px] text-muted">
        Each example was left out in turn. Its share is its part of all the changes that this made to the
        probability of {answer}.
      </p>
      <ul>
        {shares.map(({ example, share, difference, without }) => (
          <li
            key={example.index}
            className="grid grid-cols-[44px_minmax(0,1fr)_56px] items-center gap-3 border-b py-1.5"
          >
            <Thumbnail example={example} />
            <span className="min-w-0">
              <span className="block truncate">
                {example.class}
                {example.text && `: ${example.text}`}
                {example.row &&
                  `: ${example.row.map(({ column, value }) => `${column} ${value ?? '–'}`).join(', ')}`}
              </span>
              <span className="block text-[12px] text-muted">
                {difference >= 0 ? 'speaks for it' : 'speaks against it'} by{' '}
                {(100 * Math.abs(difference)).toFixed(1)} points; without it:{' '}
                {without === answer ? 'the same answer' : without}
              </span>
            </span>
            <span className="text-right">{formatShare(share)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Thumbnail = ({ example: { imageUrl, class: name, index } }: { example: Share['example'] }) =>
  imageUrl ? (
    <Image
      unoptimized
      src={imageUrl}
      alt={`${name}, example ${index}`}
      width={44}
      height={44}
      className="thumbnail size-11 rounded border bg-white object-cover"
    />
  ) : (
    <span aria-hidden="true" className="text-center text-faint">
      {index}
    </span>
  );
