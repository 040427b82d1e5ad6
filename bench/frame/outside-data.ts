import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where data that do not ship come from. */
const sources = {
  backbones:
    'tensorflow.org: mobilenet_v1_0.25_128, mobilenet_v2_1.0_224 and use-lite-u8 as folders of model.json and weights',
  'caltech101.zip': 'data.caltech.edu/records/mzrjq-6wc02, as class folders',
  'clinc150.csv': 'github.com/clinc/oos-eval, as text,label,split',
  'clothing10.zip': 'github.com/alexeygrigorev/clothing-dataset-small, as class folders',
  'images_background.zip': 'github.com/brendenlake/omniglot, python/images_background.zip',
  'snips.csv': 'github.com/sonos/nlu-benchmark, as text,label',
  tabular: 'archive.ics.uci.edu: the small classification sets, as CSV files',
  'tabular/wine.csv': 'archive.ics.uci.edu/dataset/109',
} as const;

/** The path of a file in the folder KSHOT_DATA; where it is not there, standard error says where it is from. */
export function outsideData(name: keyof typeof sources): string | undefined {
  const file = path.join(process.env.KSHOT_DATA ?? '', name);
  if (process.env.KSHOT_DATA && existsSync(file)) return file;
  console.error(
    `${name} is missing: it does not ship with Kshot. Get it from ${sources[name]}, and set KSHOT_DATA to its folder.`,
  );
  return undefined;
}
