export * from './engine/optimizer.js';
export * from './engine/program.js';
