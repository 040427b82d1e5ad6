export { type Backend, loadBackend } from './backend.js';
export { engine } from './engine.js';
export { exportClassifier } from './export/export-classifier.js';
export { exportSavedModel } from './export/export-saved-model.js';
export { featureCache } from './features/feature-cache.js';
export { imageEmbedder } from './inference/image-embedder.js';
export { textEmbedder } from './inference/text-embedder.js';
export { threadsFor } from './threads.js';
