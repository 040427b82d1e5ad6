export * from './advisor/recommendation.js';
export * from './domain-error.js';
export * from './domain-errors-of.js';
export * from './evaluation/candidate-spec.js';
export * from './evaluation/evaluation-units.js';
export * from './evaluation/head-options.js';
export * from './evaluation/held-out-classes.js';
export * from './evaluation/options-by-hand.js';
export * from './evaluation/protocol-settings.js';
export * from './evaluation/stored-report.js';
<<<<<<< HEAD
export * from './import-plan.js';
=======
export * from './finite.js';
>>>>>>> main
export * from './import-request.js';
export * from './limits.js';
export * from './meta-run.js';
export * from './model-manifest.js';
export * from './pack.js';
export * from './raw-examples.js';
export * from './read-settings.js';
export * from './run.js';
export * from './stored-map.js';
export * from './trust/calibration.js';
export * from './trust/findings-of.js';
export * from './trust/fixed-pack.js';
export * from './trust/label-check.js';
