export * from './import-file.js';
export { encodeInputs, inputExamples } from './inputs/encode-inputs.js';
export type { RawInput } from './inputs/raw-input.js';
export { inspectFile } from './inspect/inspect-file.js';
export * from './models/read-foreign-model.js';
export { decodeImage, encodePng, type ImageShape } from './pictures/decode-image.js';
export { tinyThumbnail } from './pictures/thumbnail.js';
export type { InputRow, InputRows } from './rows/input-row.js';
export { openRows } from './rows/open-rows.js';
