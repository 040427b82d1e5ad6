import { ButtonLink } from '@/ui/button';

/** Asks for the class of photos that come without one, and leads to where they are sorted. */
export const WhichClass = ({ onLeave }: { onLeave?: (() => void) | undefined }) => (
  <section
    aria-labelledby="which-class"
    className="flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3"
  >
    <div className="min-w-0 flex-1 basis-60">
      <h3 id="which-class" className="font-medium">
        Which class?
      </h3>
      <p className="text-muted">
        Nothing says what these photos show. Name the classes and drop the photos into them; or upload a
        folder for each class.
      </p>
    </div>
    <ButtonLink look="primary" href="/teach" onClick={onLeave}>
      Sort photos into classes
    </ButtonLink>
  </section>
);
