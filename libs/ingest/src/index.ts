export * from './image/decode-image.js';
export * from './import-file.js';
export * from './read-foreign-model.js';
