import { formatCount, formatShare } from '@/format/number';

type Props = {
  positive: string;
  other: string;
  positives: number;
  negatives: number;
  threshold: number;
  rates: { recall: number; falsePositiveRate: number };
};

/** What a threshold comes to on held-out examples, in counts. */
export function ThresholdSentence({ positive, other, positives, negatives, threshold, rates }: Props) {
  const count = (share: number, of: number) => (
    <strong className="font-semibold">{formatCount(Math.round(share * of))}</strong>
  );
  return (
    <p className="min-w-0 flex-1 basis-80 break-words" role="status">
      At {formatShare(threshold)}: of {formatCount(positives)} {positive}, {count(rates.recall, positives)}{' '}
      found; of {formatCount(negatives)} {other}, {count(rates.falsePositiveRate, negatives)} taken for{' '}
      {positive}. Each of these {formatCount(positives + negatives)} training examples was scored by a model
      that had not seen it; the test part is counted separately.
    </p>
  );
}
