// What the sample page of a downloaded model uses, as one script: Kshot.model(base64, settings).
import { type DeviceModel, type DeviceSettings, deviceModel } from './device-model.js';

const model = (base64: string, settings: DeviceSettings): Promise<DeviceModel> =>
  deviceModel(
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    settings,
  );

Object.assign(globalThis, { Kshot: { model } });
