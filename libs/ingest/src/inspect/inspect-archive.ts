import type { ImportPlan, ImportRequest } from '@kshot/domain';
import type { Archive } from '../archives/archive.js';
import type { Arranged, Candidate } from '../layout/arranged.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import { wellFormed } from '../names/well-formed.js';
import { assertTwo, fullName } from '../pack/classes.js';
import { oddClassNames } from '../pack/odd-class-names.js';
import { importPictures } from '../pictures/import-pictures.js';
import { thumbnailOf } from '../pictures/thumbnail.js';
import { attempt } from '../refusals/attempt.js';
import { orNull } from '../refusals/or-null.js';
import { importTexts } from '../texts/import-texts.js';
import { textOfFile } from '../texts/text-of-mail.js';
import { understandArchive } from '../understand-archive.js';
import { inspectTable, LOOK_ROWS } from './inspect-table.js';
import { noFormat } from './planned-format.js';
import { spread } from './spread.js';
import { tally } from './tally.js';
import { withDryRun } from './with-dry-run.js';

/** How an archive is understood. */
export async function inspectArchive(archive: Archive, request: ImportRequest): Promise<ImportPlan> {
  const understood = await understandArchive(archive, request, () => undefined, LOOK_ROWS);
  if (understood.holds === 'TABLE') return inspectTable(understood.table, 'an archive with a table', request);
  const { arranged, holds } = understood;
  const plan = await planOf(arranged, holds, request);
  if (!isSmall(arranged)) return plan;
  const imported = holds === 'PICTURES' ? importPictures : importTexts;
  return withDryRun(plan, () => imported(arranged, request, () => undefined));
}

/** Whether it is read in about a second. */
const isSmall = ({ files, unlabelled }: Arranged): boolean => {
  const all = [...files.map(({ entry }) => entry), ...unlabelled];
  return all.length <= 1000 && all.reduce((sum, { bytes }) => sum + bytes, 0) <= 32 << 20;
};

async function planOf(
  arranged: Arranged,
  holds: 'PICTURES' | 'TEXTS',
  request: ImportRequest,
): Promise<ImportPlan> {
  const classes = tally(arranged.files.map(fullName));
  const names = classes.map(({ name }) => name);
  const left = [
    ...arranged.notes,
    ...arranged.leftOut.sentences(),
    ...keptUnlabelled(
      arranged.unlabelled.map(({ path }) => path),
      arranged.unlabelledWhy,
    ),
  ];
  const few = attempt(() => assertTwo(names, [], request)).problem;
  return {
    kind: holds === 'PICTURES' ? 'an archive of pictures' : 'an archive of texts',
    modality: holds === 'PICTURES' ? 'IMAGE' : 'TEXT',
    header: null,
    ...noFormat,
    columns: [],
    classes: classes.slice(0, 100),
    classCount: classes.length,
    parts: tally(arranged.files.flatMap(({ part }) => (part === null ? [] : [part]))),
    exampleCount: arranged.files.length,
    unlabelledCount: arranged.unlabelled.length,
    sampled: false,
    examples: await Promise.all(spread(candidatesOf(arranged), classOf).map((file) => shown(file, holds))),
    findings: [...left, ...oddClassNames(names)],
    problem: few && { code: few.code, message: few.message },
  };
}

/** The files with a class; those without one where none has one. */
const candidatesOf = ({ files, unlabelled }: Arranged): readonly Candidate[] =>
  files.length > 0 ? files : unlabelled.map((entry) => ({ entry, className: null }));

const classOf = (file: Candidate): string => (file.className === null ? '' : fullName(file));

async function shown(file: Candidate, holds: 'PICTURES' | 'TEXTS'): Promise<ImportPlan['examples'][number]> {
  const { entry } = file;
  return {
    name: entry.path,
    className: file.className === null ? null : fullName(file),
    part: file.className === null ? null : file.part,
    text:
      holds === 'TEXTS'
        ? await orNull(async () => wellFormed((await textOfFile(entry)).slice(0, 300)))
        : null,
    image: holds === 'PICTURES' ? await orNull(() => thumbnailOf(entry)) : null,
  };
}
