'use client';
import { useEffect, useRef } from 'react';
import { CameraView } from '@/data/edit/camera-view';
import { useCamera } from '@/data/edit/use-camera';
import type { PredictInput } from '@/generated/graphql';
import { Button } from '@/ui/button';

/** Pixels of the longer side of what is sent: more than any backbone looks at. */
const SIDE = 320;
/** Milliseconds between two looks where the answers come faster. */
const PAUSE = 60;

type Props = {
  classes: readonly string[];
  onTeach: (name: string, input: PredictInput) => void;
  /** Asks about what the camera sees; the next look waits for it. Left out, nobody asks. */
  ask?: (input: PredictInput) => Promise<void>;
};

/** Answers about what the camera sees, one after the other, and teaches it with one press. */
export function LiveCamera({ classes, onTeach, ask }: Props) {
  const camera = useCamera();
  const { isOpen, capture } = camera;
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    if (!isOpen) return;
    let stopped = false;
    const look = async () => {
      while (!stopped) {
        const image = capture(SIDE)?.toDataURL('image/jpeg', 0.85);
        if (image) await asking.current?.({ image });
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    };
    void look();
    return () => {
      stopped = true;
    };
  }, [isOpen, capture]);
  const take = (name: string) => {
    const image = capture()?.toDataURL('image/jpeg', 0.92);
    if (image) onTeach(name, { image });
  };
  return (
    <CameraView camera={camera}>
      {classes.map((name) => (
        <Button key={name} look="primary" onClick={() => take(name)}>
          This is {name}
        </Button>
      ))}
    </CameraView>
  );
}
