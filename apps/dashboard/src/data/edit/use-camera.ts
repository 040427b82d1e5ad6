import { useCallback, useEffect, useRef, useState } from 'react';

/** The device's camera: its picture goes to `video`, and `capture` takes what it shows, at most `side` pixels wide or high. */
export function useCamera() {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);
  const open = async (): Promise<void> => {
    setProblem(null);
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }));
    } catch {
      setProblem(
        'The camera cannot be used. Allow it in the browser, and open the page over HTTPS or on this machine.',
      );
    }
  };
  const capture = useCallback((side = Number.POSITIVE_INFINITY): HTMLCanvasElement | null => {
    const { current } = video;
    if (!current || current.videoWidth === 0) return null;
    const shrink = Math.min(1, side / Math.max(current.videoWidth, current.videoHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(current.videoWidth * shrink);
    canvas.height = Math.round(current.videoHeight * shrink);
    canvas.getContext('2d')?.drawImage(current, 0, 0, canvas.width, canvas.height);
    return canvas;
  }, []);
  return { video, isOpen: stream !== null, problem, open, close: () => setStream(null), capture };
}
