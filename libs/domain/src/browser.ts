/** What a browser needs to answer with a model by itself: free of Node. */
export { type AnswerSettings, answerRule } from './answer/answer-rule.js';
export { decodeArrays } from './arrays/safetensors.js';
export { classifierOf, type ModelManifest } from './model-manifest.js';
