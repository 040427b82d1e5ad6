import type { DeviceModel } from '@kshot/device';
import { useEffect, useState } from 'react';
import { address } from '@/url/address';
import type { ForDevice } from './ask-shared';

/** The model in this browser once it is loaded; null before, where it cannot be, and for who saves data. */
export function useDeviceModel(name: string, served: ForDevice | null): DeviceModel | null {
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
  return model;
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
