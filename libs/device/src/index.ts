export { type DeviceAnswer, type DeviceModel, type DeviceSettings, deviceModel } from './device-model.js';
