import { Camera as CameraIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import type { useCamera } from './use-camera';

type Props = { camera: ReturnType<typeof useCamera>; children?: ReactNode };

/** What the camera sees, with what can be done with it; before, the button that opens it. */
export function CameraView({ camera: { video, isOpen, problem, open, close }, children }: Props) {
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => void open()}>
          <CameraIcon aria-hidden />
          Use the camera
        </Button>
        {problem && (
          <p role="alert" className="mt-1 text-bad">
            {problem}
          </p>
        )}
      </div>
    );
  return (
    <div className="space-y-2">
      {/* biome-ignore lint/a11y/useMediaCaption: what the camera sees, without sound */}
      <video
        ref={video}
        autoPlay
        playsInline
        aria-label="What the camera sees"
        className="w-full rounded-lg border"
      />
      <div className="flex flex-wrap gap-2">
        {children}
        <Button onClick={close}>Close the camera</Button>
      </div>
    </div>
  );
}
