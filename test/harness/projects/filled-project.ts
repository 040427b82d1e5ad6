import type { ModelManifest } from '@kshot/domain';
import { insertRow, projectRules, queueTasks, type Store } from '@kshot/store';

type Table = keyof typeof projectRules;

/** A project with a row in each table whose rows belong to projects. All texts of it hold its mark. */
export interface FilledProject {
  readonly id: string;
  readonly mark: string;
  /** By table; of those whose rows have an id. */
  readonly ids: Readonly<Partial<Record<Table, string>>>;
  /** Of blobs that rows name. */
  readonly hashes: readonly string[];
}

const protocol = { kind: 'LEAVE_ONE_OUT' } as const;

export async function filledProject(store: Store, mark: string, projectId?: string): Promise<FilledProject> {
  const { pool } = store;
  const id = projectId ?? (await insertRow(pool, 'project', { name: `project ${mark}` }));
  const hashOf = (letter: string): string => (letter + Buffer.from(mark).toString('hex')).padEnd(64, '0');
  const own = { projectId: id };
  const name = `thing ${mark}`;
  const upload = await insertRow(pool, 'upload', {
    ...own,
    fileName: `${mark}.csv`,
    bytes: 1n,
    secret: `secret${mark}`,
    sha256: hashOf('a'),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const request = { fileName: `${mark}.csv`, testShare: 0, seed: 1 };
  const inspection = await insertRow(pool, 'inspection', { uploadId: upload, request: request as never });
  const dataSet = await insertRow(pool, 'dataSet', { ...own, name, description: mark });
  const className = { name, group: null, count: 1 };
  const versionId = await insertRow(pool, 'dataSetVersion', {
    dataSetId: dataSet,
    number: 1,
    status: 'READY',
    modality: 'TABLE',
    hash: hashOf('b'),
    uploadHash: hashOf('a'),
    request,
    note: mark,
    exampleCount: 2,
    classCount: 2,
    manifest: {
      format: 'kshot-pack-1',
      modality: 'TABLE',
      count: 2,
      classes: [className, { ...className, name: `${name} 2` }],
      splits: [],
      columns: [],
      warnings: [mark],
    } as never,
  });
  const classId = await insertRow(pool, 'class', { versionId, index: 0, name, count: 2 });
  const example = await insertRow(pool, 'example', { versionId, index: 0, classIndex: 0, name });
  const parts = [{ name: `train ${mark}`, exampleCount: 2, classCount: 2 }];
  const split = await insertRow(pool, 'split', { versionId, name, kind: 'EXAMPLE', seed: 1, parts });
  const run = await insertRow(pool, 'run', {
    ...own,
    name,
    technique: 'PRETRAIN',
    method: 'DENSE',
    settings: {},
    seed: 1,
    versionId,
    splitId: split,
  });
  await pool.query('insert into checkpoint (run_id, step, attempt, hash) values ($1, 1, 1, $2)', [
    run,
    hashOf('c'),
  ]);
  const manifest: ModelManifest = {
    format: 'kshot-model-1',
    input: { modality: 'TABLE', columns: [] },
    network: { inputShape: [1], layers: [] },
    classes: [name, `${name} 2`],
  };
  const model = await insertRow(pool, 'model', {
    ...own,
    name,
    technique: 'PRETRAIN',
    hash: hashOf('d'),
    bytes: 1n,
    parameterCount: 1,
    modality: 'TABLE',
    manifest,
    note: mark,
    supportHash: hashOf('e'),
    lessonHash: hashOf('f'),
    runId: run,
    versionId,
  });
  await pool.query('update model set tags = $2 where id = $1', [model, [`tag ${mark}`]]);
  const keptInput = await insertRow(pool, 'keptInput', {
    ...{ modelId: model, contentHash: hashOf('9'), bytes: 1, class: name, label: name },
    ...{ confidence: 0.5, noneOfThese: false, priority: 1 },
  });
  const spec = { kind: 'MODEL', modelHash: hashOf('d') } as const;
  const candidate = { name, method: 'MODEL', modelId: model, spec };
  const study = await insertRow(pool, 'study', {
    ...own,
    name,
    query: { versions: [{ versionId, hash: hashOf('b'), protocol }], candidates: [candidate] },
    queryHash: hashOf('b'),
    modality: 'TABLE',
  });
  const evaluation = await insertRow(pool, 'evaluation', {
    ...own,
    name,
    query: { versionHash: hashOf('b'), protocol, candidate: spec },
    method: 'MODEL',
    protocol: 'LEAVE_ONE_OUT',
    versionId,
    modelId: model,
    studyId: study,
    unitCount: 1,
  });
  await pool.query(
    'insert into evaluation_shard (evaluation_id, index, from_unit, to_unit) values ($1, 0, 0, 1)',
    [evaluation],
  );
  const of = { ...own, versionId };
  const labelCheck = await insertRow(pool, 'labelCheck', { ...of, modelId: model, name, query: {} as never });
  const finding = await insertRow(pool, 'finding', {
    checkId: labelCheck,
    position: 0,
    kind: 'COPY',
    exampleIndex: 0,
  });
  const labelling = await insertRow(pool, 'labelling', { ...of, modelId: model });
  const budget = {} as never;
  const recommendation = await insertRow(pool, 'recommendation', { ...of, splitName: name, budget });
  const forecast = await insertRow(pool, 'forecast', {
    ...{ recommendationId: recommendation, name, runId: run, accuracy: 1, low: 0, high: 1, reached: 1 },
    ...{ seconds: 1, memoryBytes: 1, storedBytes: 1 },
  });
  const prediction = await insertRow(pool, 'prediction', {
    ...{ ...own, name, request: { fileName: mark } as never, modelId: model },
    ...{ modelHash: hashOf('d'), modelName: name, versionId, uploadHash: hashOf('a') },
  });
  const alias = await insertRow(pool, 'alias', {
    ...own,
    name: `name-${mark}`,
    alias: 'production',
    modelId: model,
  });
  const aliasMove = await insertRow(pool, 'aliasMove', { aliasId: alias, modelId: model, modelName: name });
  const kinds = { run, check: labelCheck, advice: recommendation, prediction, labelling, inspection };
  await queueTasks(
    pool,
    Object.entries({ ...kinds, shard: evaluation }).map(([kind, subject]) => ({ kind, subject, part: 0 })),
  );
  const { rows } = await pool.query<{ id: string }>(
    `update task set progress = to_jsonb($2::text), failure_message = $2 where subject = $1 returning id`,
    [run, mark],
  );
  const task = rows[0]!.id;
  await pool.query('insert into attempt (task_id, number, worker) values ($1, 1, $2)', [task, mark]);
  const member = await insertRow(pool, 'person', {
    email: `${mark}@example.org`,
    name,
    role: 'EDITOR',
    passwordDigest: mark,
  });
  await pool.query(`insert into project_member (project_id, person_id, role) values ($1, $2, 'ADMIN')`, [
    id,
    member,
  ]);
  return {
    id,
    mark,
    ids: {
      ...{ project: id, upload, inspection, dataSet, dataSetVersion: versionId, class: classId, example },
      ...{ split, run, model, keptInput, study, evaluation, labelCheck, finding, labelling },
      ...{ recommendation, forecast, prediction },
      ...{ alias, aliasMove, task, person: member },
    },
    hashes: ['a', 'b', 'c', 'd', 'e', 'f'].map(hashOf),
  };
}
