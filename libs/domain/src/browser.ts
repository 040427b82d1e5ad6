/** What a browser needs to answer with a model by itself, and to save tables: free of Node. */
export { type AnswerSettings, answerRule } from './answer/answer-rule.js';
export { decodeArrays } from './arrays/safetensors.js';
export { classifierOf, type ModelManifest } from './model-manifest.js';
export { type CsvCell, csvText } from './rows/csv-text.js';
