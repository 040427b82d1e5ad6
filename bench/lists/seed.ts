import { type Store, writePack } from '@kshot/store';

const TEXTS = 16;

/** Fills a home as a team fills it in a year, times `share`: 50,000 runs, 5,000 models, 2,000 data sets, 2,000 evaluations. */
export async function seed({ pool, blobs }: Pick<Store, 'pool' | 'blobs'>, share: number): Promise<void> {
  const { hash } = await writePack(blobs, {
    manifest: {
      format: 'kshot-pack-1',
      modality: 'TEXT',
      count: TEXTS,
      classes: [],
      splits: [],
      warnings: [],
    },
    arrays: {
      utf8: { shape: [TEXTS], values: new Uint8Array(TEXTS).fill(97) },
      offsets: { shape: [TEXTS + 1], values: Int32Array.from({ length: TEXTS + 1 }, (_, i) => i) },
    },
  });
  const statements: readonly (readonly [text: string, values: readonly unknown[]])[] = [
    [
      `insert into data_set (id, name, created_at)
       select gen_random_uuid(), 'data set ' || n, now() - n * interval '1 minute' from generate_series(1, $1) n`,
      [Math.round(2000 * share)],
    ],
    [
      `insert into data_set_version (id, data_set_id, number, status, modality, hash, upload_hash, request, manifest, example_count, class_count)
       select gen_random_uuid(), id, 1, 'READY', 'TEXT', $1, 'aa', '{}', '{}', 16, 8 from data_set`,
      [hash],
    ],
    [
      `insert into class (id, version_id, index, name, count)
       select gen_random_uuid(), v.id, k, 'class ' || k, 2 from data_set_version v, generate_series(0, 7) k`,
      [],
    ],
    [
      `insert into example (id, version_id, index, class_index, name)
       select gen_random_uuid(), v.id, i, i / 2, 'text ' || i from data_set_version v, generate_series(0, 15) i`,
      [],
    ],
    [
      `with version as (select array_agg(id) as ids from data_set_version),
            report as (select jsonb_build_object('text', string_agg(md5(i::text), '')) as value from generate_series(1, 128) i)
       insert into run (id, name, technique, method, status, settings, seed, version_id, summary, report, created_at, started_at, ended_at)
       select gen_random_uuid(), 'run ' || n, 'PRETRAIN', 'DENSE', (array['DONE', 'DONE', 'DONE', 'FAILED', 'CANCELLED'])[1 + n % 5]::"TaskStatus",
         '{}', 1, version.ids[1 + n % array_length(version.ids, 1)], '{"loss": 0.5, "validationAccuracy": 0.9}', report.value,
         now() - n * interval '10 seconds', now() - n * interval '10 seconds', now() - n * interval '9 seconds'
       from generate_series(1, $1) n, version, report`,
      [Math.round(50_000 * share)],
    ],
    [
      `insert into task (id, kind, subject, status, started_at, ended_at, progress)
       select gen_random_uuid(), 'run', id, status, started_at, ended_at, null from run on conflict do nothing`,
      [],
    ],
    [
      `insert into model (id, name, technique, hash, bytes, parameter_count, modality, manifest, accuracy, run_id, version_id, created_at)
       select gen_random_uuid(), 'model of ' || name, technique, md5(id::text), 1000, 1000, 'TEXT',
         '{"format": "kshot-model-1", "input": {"modality": "TEXT", "features": 64}, "classes": ["a", "b"],
           "network": {"inputShape": [64], "layers": [{"kind": "dense", "name": "scores", "units": 2, "activation": "linear"}]}}',
         random(), id, version_id, created_at from run order by created_at limit $1`,
      [Math.round(5000 * share)],
    ],
    [
      `insert into evaluation (id, name, method, protocol, unit_count, version_id, query, status, created_at)
       select gen_random_uuid(), 'evaluation ' || n, 'RIDGE', 'CROSS_VALIDATION', 5, (select id from data_set_version limit 1),
         '{"versionHash": "aa", "protocol": {"kind": "CROSS_VALIDATION", "folds": 5, "repeats": 1, "seed": 1}, "candidate": {"kind": "HEAD", "modelHash": null, "settings": {"method": "RIDGE"}}}',
         'DONE', now() - n * interval '1 minute' from generate_series(1, $1) n`,
      [Math.round(2000 * share)],
    ],
  ];
  for (const [text, values] of statements) await pool.query(text, [...values]);
  await pool.query('vacuum analyze');
}
