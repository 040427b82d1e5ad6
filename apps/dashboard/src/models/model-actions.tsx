'use client';
import { GraduationCap, Hammer, Scale, Trash2, Wand } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { ButtonLink, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { DeleteModel } from './model.operations';
import { ModelDownloads } from './model-downloads';
import type { Model } from './model-page';

/** A meta-model builds sub-models, every other one is tried; both are brought to other data. */
export function ModelActions({
  model: { id, name, downloadUrl, savedModelUrl, fileUrl, onnxUrl, bundleUrl, cardUrl, isMetaModel },
}: {
  model: Model;
}) {
  const router = useRouter();
  const [deleted, remove] = useMutation(DeleteModel);
  const problem = problemOf(deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push('/models');
  };
  return (
    <>
      <Confirm
        trigger={
          <IconButton name="Delete model">
            <Trash2 aria-hidden />
          </IconButton>
        }
        title={`Delete the model “${name}”?`}
        text="Programs that predict with it will get an error. Its run stays."
        verb="Delete model"
        onConfirm={() => void onDelete()}
      />
      <ModelDownloads
        downloadUrl={downloadUrl}
        savedModelUrl={savedModelUrl}
        fileUrl={fileUrl}
        onnxUrl={onnxUrl}
        bundleUrl={bundleUrl}
        cardUrl={cardUrl}
      />
      <ButtonLink href={`/studies/new?model=${id}`}>
        <Scale aria-hidden />
        Compare
      </ButtonLink>
      <ButtonLink href={`/runs/new?technique=TRANSFER&model=${id}`}>
        <GraduationCap aria-hidden />
        Transfer
      </ButtonLink>
      {isMetaModel ? (
        <ButtonLink look="primary" href={`/models/${id}/build`}>
          <Hammer aria-hidden />
          Build a sub-model
        </ButtonLink>
      ) : (
        <ButtonLink look="primary" href={`/models/${id}/try`}>
          <Wand aria-hidden />
          Try it
        </ButtonLink>
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
