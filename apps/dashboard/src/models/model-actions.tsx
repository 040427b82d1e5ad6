'use client';
import { GraduationCap, Hammer, Scale, Trash2, Wand } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation, useQuery } from 'urql';
import { problemOf } from '@/graphql/problem';
import { calledBy } from '@/serving/called-by';
import { ServingQuery } from '@/serving/serving.operations';
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
  const [{ data }] = useQuery({ query: ServingQuery, variables: { modelId: id } });
  const names = (data?.aliases.nodes ?? []).map(calledBy);
  const problem = problemOf(deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id, aliases: names });
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
        text={
          names.length > 0
            ? `It is served as ${names.join(', ')}. These names are deleted with it, and programs that call them will get an error.`
            : 'Programs that predict with it will get an error. Its run stays.'
        }
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
