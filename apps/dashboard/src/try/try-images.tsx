import type { PredictInput } from '@/generated/graphql';
import { usePredictFile } from '@/predictions/use-predict-file';
import { UploadProgress } from '@/upload/upload-progress';
import { TryImage } from './try-image';

type Props = { modelId: string; onInput: (input: PredictInput | null) => void };

/** An image to try; several become a prediction of a file. */
export function TryImages({ modelId, onInput }: Props) {
  const { state, predict } = usePredictFile(modelId);
  return (
    <>
      <TryImage onInput={onInput} onSeveral={(archive) => void predict(archive)} />
      <UploadProgress state={state} starting="Starting…" />
    </>
  );
}
