/** How prototypical networks learn to tell characters of one alphabet apart. */
export const CHARACTER_RECIPE = {
  method: 'PROTONET',
  imageSize: 28,
  ways: 20,
  shots: 1,
  queries: 2,
  scope: 'GROUP',
  rotations: true,
  mirrors: true,
  augmentation: 'WARPS',
  learningRate: 0.003,
  schedule: 'COSINE',
  seed: 1,
};

/** The same, of ink alone in several poses. */
export const POSED_RECIPE = { ...CHARACTER_RECIPE, poses: true, mahalanobis: true, frame: 'INK' };
