import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { useUpload } from '@/upload/use-upload';
import { StartPrediction } from './prediction.operations';

/** Sends a file whose rows a model is asked about, and goes to the page of the prediction. */
export function usePredictFile(modelId: string) {
  const router = useRouter();
  const [, start] = useMutation(StartPrediction);
  const { state, send } = useUpload(async (uploadId) => {
    const { data: started, error } = await start({ input: { modelId, uploadId } });
    return { id: started?.startPrediction.id, error };
  });
  const predict = async (file: File): Promise<void> => {
    const id = await send(file);
    if (id) router.push(`/predictions/${id}`);
  };
  return { state, predict };
}
