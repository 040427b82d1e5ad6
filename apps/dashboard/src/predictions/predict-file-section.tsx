'use client';
import { useQuery } from 'urql';
import { formatMany, formatShare } from '@/format/number';
import type { FilePredictionRowFragment, Modality } from '@/generated/graphql';
import { StatusBadge } from '@/runs/status-badge';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { ACCEPTED } from '@/upload/accepted';
import { DropZone } from '@/upload/drop-zone';
import { UploadProgress } from '@/upload/upload-progress';
import { PredictionsQuery } from './prediction.operations';
import { usePredictFile } from './use-predict-file';

const HINTS: Record<Modality, string> = {
  IMAGE: 'Photos, a folder of them or a ZIP.',
  TEXT: 'A spreadsheet, CSV or JSON Lines with a text in each row, or a ZIP of .txt or .eml files.',
  TABLE: 'A spreadsheet, CSV or JSON Lines with the columns that the model was trained on.',
};

/** Takes a file whose rows the model is asked about, and lists those that it was asked about before. */
export function PredictFileSection({ modelId, modality }: { modelId: string; modality: Modality }) {
  const [{ data }] = useQuery({
    query: PredictionsQuery,
    variables: { modelId },
    requestPolicy: 'cache-and-network',
  });
  const { state, predict } = usePredictFile(modelId);
  const earlier = data?.predictions.nodes ?? [];
  return (
    <Section title="Predict a file">
      <div className="space-y-3">
        <DropZone
          compact
          folders
          label="Drop a file, or choose one"
          hint={HINTS[modality]}
          accept={ACCEPTED}
          onFile={(file) => void predict(file)}
        />
        <UploadProgress state={state} starting="Starting…" />
        {earlier.length > 0 && (
          <ul aria-label="Predicted files" className="divide-y border-y">
            {earlier.map((one) => (
              <EarlierFile key={one.id} prediction={one} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

const EarlierFile = ({ prediction }: { prediction: FilePredictionRowFragment }) => {
  const { id, name, status, createdAt, summary } = prediction;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 py-1.5">
      <Link href={`/predictions/${id}`} className="min-w-0 truncate font-medium hover:underline">
        {name}
      </Link>
      <StatusBadge status={status} />
      <span className="text-muted">
        {summary && formatMany(summary.rows, 'row')}
        {summary?.score && `, ${formatShare(summary.score.accuracy)} right`}
      </span>
      <span className="ml-auto text-muted">
        <Ago at={createdAt} />
      </span>
    </li>
  );
};
