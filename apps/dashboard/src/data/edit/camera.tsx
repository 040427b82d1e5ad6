'use client';
import { useRef } from 'react';
import { Button } from '@/ui/button';
import { CameraView } from './camera-view';
import { useCamera } from './use-camera';

/** Takes photos with the device's camera, one at each press. */
export function Camera({ onPhoto }: { onPhoto: (photo: File) => void }) {
  const camera = useCamera();
  const taken = useRef(0);
  const take = () =>
    camera.capture()?.toBlob((blob) => {
      taken.current += 1;
      if (blob) onPhoto(new File([blob], `photo-${taken.current}.jpg`, { type: 'image/jpeg' }));
    }, 'image/jpeg');
  return (
    <CameraView camera={camera}>
      <Button look="primary" onClick={take}>
        Take photo
      </Button>
    </CameraView>
  );
}
