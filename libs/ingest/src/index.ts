export { readCategoryCell, readNumberCell } from './columns/read-cell.js';
export { writeCell } from './columns/write-cell.js';
export * from './import-file.js';
export { inspectFile } from './inspect/inspect-file.js';
export * from './models/read-foreign-model.js';
export { decodeImage, encodePng, type ImageShape } from './pictures/decode-image.js';
