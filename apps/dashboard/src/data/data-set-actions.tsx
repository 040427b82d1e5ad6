'use client';
import { Compass, Upload } from 'lucide-react';
import { useState } from 'react';
import { IfChanging, IfMaking } from '@/access/if-making';
import { TrainButton } from '@/new-run/train/train-button';
import { MoveToProject } from '@/projects/move-to-project';
import { Button, ButtonLink } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { UploadDialog } from '@/upload/upload-dialog';
import type { ShownDataSet } from '@/upload/use-shown-data-set';
import { DeleteDataSet } from './data-set.operations';

type Props = {
  dataSet: ShownDataSet;
  /** The version to train on; null while none is ready and has classes. */
  versionId: string | null;
  /** Whether it is in no list, since its only import failed. */
  isDiscarded: boolean;
};

export function DataSetActions({ dataSet, versionId, isDiscarded }: Props) {
  const { id, name } = dataSet;
  const [uploading, setUploading] = useState(false);
  return (
    <EntityActions
      what="data set"
      status={null}
      remove={{
        act: (client) => client.mutation(DeleteDataSet, { id }),
        question: `Delete the data set “${name}”?`,
        lost: 'All its versions and examples are lost.',
        after: '/data',
      }}
    >
      {!isDiscarded && (
        <IfChanging>
          <MoveToProject id={id} what="the data set" />
          <Button onClick={() => setUploading(true)}>
            <Upload aria-hidden />
            New version
          </Button>
        </IfChanging>
      )}
      <IfMaking>
        {versionId && (
          <ButtonLink href={`/advisor?version=${versionId}`}>
            <Compass aria-hidden />
            Ask the advisor
          </ButtonLink>
        )}
        {versionId && <TrainButton versionId={versionId} name={name} look="primary" />}
      </IfMaking>
      <UploadDialog open={uploading} onOpenChange={setUploading} of={dataSet} file={null} />
    </EntityActions>
  );
}
