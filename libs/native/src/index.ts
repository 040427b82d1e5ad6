export * from './backend.js';
export * from './engine.js';
export * from './threads.js';
