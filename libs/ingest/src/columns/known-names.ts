import { cleanName } from '../names/clean-name.js';

/** Usual names of the column with the class, the likeliest first. */
export const labelNames = [
  ...['label', 'labels', 'class', 'classes', 'class name', 'class label', 'category', 'categories', 'target'],
  ...['intent', 'sentiment', 'species', 'diagnosis', 'survived', 'outcome', 'churn', 'variety', 'emotion'],
  ...[
    'topic',
    'genre',
    'y',
    'label text',
    'target name',
    'gold label',
    'annotation',
    'tag',
    'choices',
    'accept',
  ],
  ...['klasse', 'kategorie', 'classe', 'categorie', 'clase', 'categoria', 'etiqueta', 'метка', 'класс'],
  ...['标签', '类别', '分类', 'ラベル', 'dx', 'class id', 'label id', 'category id'],
];
/** Names of columns that may be the class. */
export const maybeLabelNames = 'tags stars rating overall result verdict decision grade quality'.split(' ');
/** Usual names of columns with texts. */
export const textNames = [
  ...[
    'text',
    'texts',
    'sentence',
    'sentences',
    'utterance',
    'message',
    'content',
    'review',
    'reviews',
    'review text',
  ],
  ...[
    'comment',
    'comments',
    'tweet',
    'body',
    'description',
    'question',
    'query',
    'headline',
    'document',
    'article',
  ],
  ...[
    'sms',
    'email',
    'phrase',
    'post',
    'abstract',
    'summary',
    'feedback',
    'title',
    'verse',
    'kommentar',
    'texto',
    'texte',
    '文本',
  ],
];
export const partNames = [
  'split',
  'set',
  'subset',
  'fold',
  'partition',
  'part',
  'usage',
  'data set',
  'dataset',
];

/** A name of a column as it is compared: without case, and with spaces for underscores, hyphens and dots. */
export const plainName = (name: string): string =>
  cleanName(name)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ')
    .trim();

const known = new Set([...labelNames, ...textNames, ...partNames].filter((name) => name !== 'y'));
export const isKnownName = (name: string): boolean => known.has(plainName(name));

/** Names of columns that number the rows. */
export const isIdName = (name: string): boolean =>
  /^(|#|no|nr|num|№|n°|番号|obs|fid|index|idx|row|row (id|number|nr|index)|(lfd|laufende) ?(nr|nummer)|(s|sr|sl|serial) ?(no|number)|unnamed( \d+)?|key|uuid|guid)$/.test(
    plainName(name.replaceAll(':', '')),
  ) || /(^|\s)ids?$/.test(plainName(name));

/** Names of columns with names of people, which are words and yet say whom a model has seen. */
export const isPersonName = (name: string): boolean =>
  /^((first|last|middle|full|user|customer|client|patient|passenger|employee|player|student|author) ?|sur)?names?$/.test(
    plainName(name),
  );
