'use client';
import { Camera as CameraIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';

/** Takes photos with the device's camera, one at each press. */
export function Camera({ onPhoto }: { onPhoto: (photo: File) => void }) {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const taken = useRef(0);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);
  const open = async () => {
    setProblem(null);
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }));
    } catch {
      setProblem(
        'The camera cannot be used. Allow it in the browser, and open the page over HTTPS or on this machine.',
      );
    }
  };
  const take = () => {
    const { current } = video;
    if (!current) return;
    const canvas = document.createElement('canvas');
    canvas.width = current.videoWidth;
    canvas.height = current.videoHeight;
    canvas.getContext('2d')?.drawImage(current, 0, 0);
    canvas.toBlob((blob) => {
      taken.current += 1;
      if (blob) onPhoto(new File([blob], `photo-${taken.current}.jpg`, { type: 'image/jpeg' }));
    }, 'image/jpeg');
  };
  if (!stream)
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
      <div className="flex gap-2">
        <Button look="primary" onClick={take}>
          Take photo
        </Button>
        <Button onClick={() => setStream(null)}>Close the camera</Button>
      </div>
    </div>
  );
}
