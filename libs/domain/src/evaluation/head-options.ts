import {
  type Candidate,
  choice,
  headChoices,
  neighboursOption,
  type Option,
  type SettingsOf,
} from '@kshot/fewshot';

/** A head on features that were computed once: what a candidate of an evaluation can set. */
export const headOptions = [
  {
    name: 'method',
    label: 'Method',
    group: 'Method',
    kind: 'CHOICE',
    type: 'HeadMethod',
    default: 'RIDGE',
    description: 'What turns features into class scores.',
    choices: [
      headChoices.CENTROID,
      choice('NEAREST_NEIGHBOURS', 'Nearest neighbours', 'The classes of the nearest examples, by distance.'),
      choice('CACHE', 'Cache head', 'Class means and a key-value cache of the examples (Tip-Adapter).'),
      choice('RIDGE', 'Ridge', 'Linear, in closed form, its penalty chosen by leave-one-out.'),
      headChoices.KERNEL_RIDGE,
      headChoices.LDA,
      headChoices.LOGISTIC,
      headChoices.SVM,
      headChoices.PROTOTYPE_HEAD,
      choice(
        'BD_CSPN',
        'BD-CSPN',
        'Class means mended by the queries, which it looks at together: compares only with its like.',
      ),
      choice(
        'LAPLACIAN_SHOT',
        'LaplacianShot',
        'As BD-CSPN, and near queries should get the same class (Ziko 2020): compares only with its like.',
      ),
      choice(
        'PT_MAP',
        'PT-MAP',
        'Shares all queries out evenly to class centres that follow them (Hu 2021); each class must have equally many. Compares only with its like.',
      ),
      choice(
        'TIM',
        'TIM',
        'Wants answers to all queries that are sure and, together, even over classes (Boudiaf 2020): compares only with its like.',
      ),
      choice('RANDOM_FOREST', 'Random forest', 'A hundred trees on resampled examples (Breiman 2001).'),
      choice('EXTRA_TREES', 'Extra trees', 'A hundred trees with random thresholds (Geurts 2006).'),
      choice('TABLE_ENSEMBLE', 'Table ensemble', 'Three forests and logistic regression, averaged.'),
    ],
  },
  {
    name: 'transform',
    label: 'Features',
    group: 'Method',
    kind: 'CHOICE',
    type: 'FeatureTransform',
    default: 'NONE',
    description: 'What is done to features first; fitted on the training examples of each fold or episode.',
    choices: [
      choice('NONE', 'As they are', 'Nothing.'),
      choice('L2N', 'Length 1', 'Each divided by its length.'),
      choice('CL2N', 'Centred, length 1', 'The mean subtracted, then length 1 (SimpleShot).'),
      choice('POWER', 'Square root, length 1', 'Signed square root, then length 1 (Hu 2021).'),
      choice('STANDARDISED', 'Standardised', 'Each column to mean 0 and variance 1.'),
      choice('WHITENED', 'Whitened', 'Variance 1 in all directions, by a shrunk covariance (Ledoit 2004).'),
    ],
  },
  neighboursOption,
  {
    name: 'penalty',
    label: 'Penalty',
    group: 'Method',
    kind: 'FLOAT',
    default: 0,
    minimum: 0,
    maximum: 1e9,
    advanced: true,
    description:
      'Weight of the penalty, of the SVM the cost; 0 chooses it within the training examples (kernel ridge: 0.1).',
    when: { option: 'method', values: ['RIDGE', 'KERNEL_RIDGE', 'LOGISTIC', 'SVM', 'PROTOTYPE_HEAD'] },
  },
] as const satisfies readonly Option[];

export type HeadSettings = SettingsOf<typeof headOptions>;

/** The settings as what is fitted and scored. */
export function headCandidate(name: string, settings: HeadSettings): Candidate {
  const { method, transform, neighbours, penalty } = settings;
  if (method === 'NEAREST_NEIGHBOURS') return { name, method, transform, penalty: neighbours };
  return { name, method, transform, ...(penalty > 0 ? { penalty } : {}) };
}
