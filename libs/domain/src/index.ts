export * from './domain-error.js';
export * from './import-request.js';
export * from './limits.js';
export * from './model-manifest.js';
export * from './pack.js';
export * from './raw-examples.js';
export * from './read-settings.js';
export * from './run.js';
