'use client';
import { Compass, Trash2, Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { TrainButton } from '@/new-run/train-button';
import { Button, ButtonLink, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { UploadDialog } from '@/upload/upload-dialog';
import { DeleteDataSet } from './data-set.operations';

type Props = {
  id: string;
  name: string /** The version to train on; null while none is ready. */;
  versionId: string | null;
  /** The newest version; null while it is not ready. */
  latestId: string | null;
};

export function DataSetActions({ id, name, versionId, latestId }: Props) {
  const router = useRouter();
  const [uploading, setUploading] = useState(false);
  const [deleted, remove] = useMutation(DeleteDataSet);
  const problem = problemOf(deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push('/data');
  };
  return (
    <>
      <Button onClick={() => setUploading(true)}>
        <Upload aria-hidden />
        New version
      </Button>
      <Confirm
        trigger={
          <IconButton name="Delete data set">
            <Trash2 aria-hidden />
          </IconButton>
        }
        title={`Delete the data set “${name}”?`}
        text="All its versions and examples are lost."
        verb="Delete data set"
        onConfirm={() => void onDelete()}
      />
      {versionId && (
        <ButtonLink href={`/advisor?version=${versionId}`}>
          <Compass aria-hidden />
          Ask the advisor
        </ButtonLink>
      )}
      {versionId && <TrainButton versionId={versionId} name={name} look="primary" />}
      {problem && <ProblemNote problem={problem} className="w-full" />}
      <UploadDialog
        open={uploading}
        onOpenChange={setUploading}
        of={{ id, name, versionId: latestId }}
        file={null}
      />
    </>
  );
}
