import { DomainError, type ImportPlan, limits } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import { singlePicture } from '../kinds/open-file.js';
import type { PictureKind } from '../kinds/picture-kinds.js';
import { sentenceOf } from '../pictures/picture-problem.js';
import { tinyThumbnail } from '../pictures/thumbnail.js';
import { orNull } from '../refusals/or-null.js';
import { noFormat } from './planned-format.js';

/** How a single picture is understood: what it lacks is a class. Throws DATA_IMAGE where its format cannot be read. */
export async function inspectPicture(source: Source, kind: PictureKind): Promise<ImportPlan> {
  const { name, decoder } = kind;
  if (typeof decoder === 'object')
    throw new DomainError('DATA_IMAGE', `The file ${sentenceOf({ what: 'UNREAD', kind: name, ...decoder })}`);
  const { code, message } = singlePicture(kind);
  const image =
    source.bytes > limits.imageBytes ? null : await orNull(async () => tinyThumbnail(await source.read()));
  return {
    kind: `a single picture (${name})`,
    modality: 'IMAGE',
    header: null,
    ...noFormat,
    columns: [],
    classes: [],
    classCount: 0,
    parts: [],
    exampleCount: 0,
    unlabelledCount: 0,
    sampled: false,
    examples: [{ name: source.name, className: null, part: null, text: null, image }],
    findings: [],
    problem: { code, message },
  };
}
