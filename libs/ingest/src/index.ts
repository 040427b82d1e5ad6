export * from './image/decode-image.js';
export * from './import-file.js';
export * from './keras/read-keras.js';
