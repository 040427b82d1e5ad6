import { modalityLook } from '@/data/modality';
import type { Modality } from '@/generated/graphql';
import { Button } from '@/ui/button';

type Props = { modality: Modality; onKeep: () => void };

/** Offers to keep examples that come without classes, and to label them by hand. */
export const WithoutClasses = ({ modality, onKeep }: Props) => (
  <section
    aria-labelledby="which-class"
    className="flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3"
  >
    <div className="min-w-0 flex-1 basis-60">
      <h3 id="which-class" className="font-medium">
        Which class?
      </h3>
      <p className="text-muted">
        Nothing says the class of these {modalityLook(modality).many}. Import them as they are, and label each
        with one key; or{' '}
        {modality === 'TABLE' ? 'choose the column of the class' : 'upload a folder for each class'}.
      </p>
    </div>
    <Button look="primary" onClick={onKeep}>
      Label them here
    </Button>
  </section>
);
