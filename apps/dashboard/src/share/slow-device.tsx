import { formatDuration } from '@/format/duration';
import { Button } from '@/ui/button';
import type { Asked } from './use-shared-answers';

type Props = { asked: Asked; kept: string; onServer: () => void };

/** Says that this device is slow, and offers the server from now on. */
export function SlowDevice({ asked, kept, onServer }: Props) {
  const took = asked.state === 'ANSWERED' ? `took ${formatDuration(asked.seconds)}` : 'takes long';
  return (
    <section aria-label="This device is slow" className="space-y-2 border-t pt-3">
      <p className="text-muted">
        The answer {took} on this device. The server is faster, but your photos leave this device then. {kept}
      </p>
      <Button onClick={onServer}>Ask the server from now on</Button>
    </section>
  );
}
