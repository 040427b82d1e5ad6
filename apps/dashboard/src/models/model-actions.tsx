'use client';
import { GraduationCap, Hammer, Presentation, Scale, Wand } from 'lucide-react';
import { useQuery } from 'urql';
import { IfChanging, IfMaking } from '@/access/if-making';
import { MoveToProject } from '@/projects/move-to-project';
import { calledBy } from '@/serving/called-by';
import { ServingQuery } from '@/serving/serving.operations';
import { ButtonLink } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { EditModel } from './edit-model';
import { DeleteModel } from './model.operations';
import { ModelDownloads } from './model-downloads';
import type { Model } from './model-page';

/** A meta-model builds sub-models, every other one is tried; both are brought to other data. */
export function ModelActions({ model }: { model: Model }) {
  const { id, name, downloadUrl, savedModelUrl, fileUrl, onnxUrl, bundleUrl, cardUrl, isMetaModel, input } =
    model;
  const [{ data }] = useQuery({ query: ServingQuery, variables: { modelId: id } });
  const names = (data?.aliases.nodes ?? []).map(calledBy);
  return (
    <EntityActions
      what="model"
      status={null}
      remove={{
        act: (client) => client.mutation(DeleteModel, { id, aliases: names }),
        question: `Delete the model “${name}”?`,
        lost:
          names.length > 0
            ? `It is served as ${names.join(', ')}. These names are deleted with it, and programs that call them will get an error.`
            : 'Programs that predict with it will get an error. Its run stays.',
        after: '/models',
      }}
    >
      <IfChanging>
        <EditModel model={model} />
        <MoveToProject id={id} what="the model" />
      </IfChanging>
      <ModelDownloads
        downloadUrl={downloadUrl}
        savedModelUrl={savedModelUrl}
        fileUrl={fileUrl}
        onnxUrl={onnxUrl}
        bundleUrl={bundleUrl}
        cardUrl={cardUrl}
      />
      <IfMaking>
        <ButtonLink href={`/studies/new?model=${id}`}>
          <Scale aria-hidden />
          Compare
        </ButtonLink>
        <ButtonLink href={`/runs/new?technique=TRANSFER&model=${id}`}>
          <GraduationCap aria-hidden />
          Transfer
        </ButtonLink>
        {input.modality !== 'TABLE' && (
          <ButtonLink href={`/teach?model=${id}`}>
            <Presentation aria-hidden />
            Teach
          </ButtonLink>
        )}
      </IfMaking>
      {isMetaModel ? (
        <IfMaking>
          <ButtonLink look="primary" href={`/models/${id}/build`}>
            <Hammer aria-hidden />
            Build a sub-model
          </ButtonLink>
        </IfMaking>
      ) : (
        <ButtonLink look="primary" href={`/models/${id}/try`}>
          <Wand aria-hidden />
          Try it
        </ButtonLink>
      )}
    </EntityActions>
  );
}
