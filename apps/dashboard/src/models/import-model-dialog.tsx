'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { OptionalModels } from '@/optional-model/optional-models';
import { Dialog } from '@/ui/dialog';
import { DropZone } from '@/upload/drop-zone';
import { ImportModelForm, MODEL_FILES } from './import-model-form';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** A model that was trained elsewhere: from its file to its page. */
export function ImportModelDialog({ open, onOpenChange }: Props) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const close = (next: boolean) => {
    if (!next) setFile(null);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Add a model"
      description="It can be tried, and transfers can start from it. No Python is needed."
    >
      {file ? (
        <ImportModelForm
          key={`${file.name} ${file.size}`}
          file={file}
          onOther={setFile}
          onDone={(id) => {
            close(false);
            router.push(`/models/${id}`);
          }}
        />
      ) : (
        <>
          <DropZone
            label="Drop a model file here, or choose one"
            hint="A .safetensors or ZIP of Kshot, a Keras .keras or .h5, or a ZIP: model.json and weights of TensorFlow.js, or config.json, tokenizer.json and model.safetensors of a Hugging Face text encoder (bert, distilbert, roberta, xlm-roberta, mpnet, clip, siglip), with preprocessor_config.json instead of tokenizer.json of an image encoder (vit, dinov2, clip, siglip)."
            accept={MODEL_FILES}
            onFile={setFile}
          />
          <OptionalModels />
        </>
      )}
    </Dialog>
  );
}
