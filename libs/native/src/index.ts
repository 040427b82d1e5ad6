export * from './backend.js';
export * from './compile.js';
export * from './engine.js';
export * from './program/compiled-program.js';
export * from './threads.js';
