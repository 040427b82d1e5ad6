'use client';
import { useRef } from 'react';
import { Button } from '@/ui/button';
import { CameraView } from './camera-view';
import { useCamera } from './use-camera';

/** Takes photos with the device's camera, one at each press. */
export function Camera({ onPhoto, onOpen }: { onPhoto: (photo: File) => void; onOpen?: () => void }) {
  const camera = useCamera();
  const open = async () => {
    onOpen?.();
    await camera.open();
  };
  const taken = useRef(0);
  const take = () =>
    camera.capture()?.toBlob((blob) => {
      taken.current += 1;
      if (blob) onPhoto(new File([blob], `photo-${taken.current}.jpg`, { type: 'image/jpeg' }));
    }, 'image/jpeg');
  return (
    <CameraView camera={{ ...camera, open }}>
      <Button look="primary" onClick={take}>
        Take photo
      </Button>
    </CameraView>
  );
}
