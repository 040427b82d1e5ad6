create table recommendation (
  id uuid primary key,
  version_id uuid not null references data_set_version (id) on update cascade on delete cascade,
  split_name text not null,
  budget jsonb not null,
  status "RunStatus" not null default 'QUEUED',
  attempt integer not null default 0,
  lease_until timestamptz(3),
  sent_at timestamptz(3) not null default current_timestamp,
  progress jsonb,
  result jsonb,
  failure_code text,
  failure_message text,
  created_at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3)
);
create index recommendation_version_id_idx on recommendation (version_id);
create index recommendation_status_idx on recommendation (status);

create table forecast (
  id uuid primary key,
  recommendation_id uuid not null references recommendation (id) on update cascade on delete cascade,
  name text not null,
  run_id uuid,
  evaluation_id uuid,
  accuracy double precision not null,
  low double precision not null,
  high double precision not null,
  seconds double precision not null,
  memory_bytes double precision not null,
  stored_bytes double precision not null,
  reached double precision,
  took_seconds double precision,
  took_memory_bytes double precision,
  created_at timestamptz(3) not null default current_timestamp
);
create index forecast_recommendation_id_idx on forecast (recommendation_id);
