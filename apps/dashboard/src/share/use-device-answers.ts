import type { DeviceModel } from '@kshot/device';
import { useEffect, useMemo, useState } from 'react';
import { address } from '@/url/address';
import type { ForDevice, Outcome, SharedAnswer } from './ask-shared';

/** Answers by this browser itself once the model is loaded; null before, where it cannot, and for who saves data. */
export function useDeviceAnswers(name: string, served: ForDevice | null) {
  const [model, setModel] = useState<DeviceModel | null>(null);
  useEffect(() => {
    if (!served || savesData()) return undefined;
    let left = false;
    loadModel(name, served).then(
      (loaded) => left || setModel(loaded),
      () => undefined, // the server answers
    );
    return () => {
      left = true;
    };
  }, [name, served]);
  return useMemo(
    () =>
      model &&
      (async (photo: File): Promise<Outcome<SharedAnswer> | null> => {
        try {
          return { value: await model.answer(photo), problem: null };
        } catch {
          setModel(null);
          return null;
        }
      }),
    [model],
  );
}

async function loadModel(name: string, { hash, ...settings }: ForDevice): Promise<DeviceModel> {
  const weights = address(`/shared/${encodeURIComponent(name)}/${hash}.safetensors`);
  const file = fetch(weights).then((response) =>
    response.ok ? response.arrayBuffer() : Promise.reject(new Error(response.statusText)),
  );
  const { deviceModel } = await import('@kshot/device');
  return deviceModel(new Uint8Array(await file), settings);
}

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
