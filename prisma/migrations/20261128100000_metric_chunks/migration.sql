-- Metrics as chunks of columns (libs/store/src/metrics): level 0 holds points, level 1 and above buckets of them.

CREATE TABLE "metric_chunk" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "run_id" UUID NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    -- Whether it is part of the next level, or, of points, whether they were compacted.
    "rolled" BOOLEAN NOT NULL DEFAULT false,
    "first_step" INTEGER NOT NULL,
    "last_step" INTEGER NOT NULL,
    "names" TEXT[] NOT NULL,
    -- Of each name: which of the lists of steps it has, and how long these lists are.
    "grids" INTEGER[] NOT NULL,
    "counts" INTEGER[] NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "metric_chunk_pkey" PRIMARY KEY ("id")
);
-- Packed floating-point numbers hardly shrink.
ALTER TABLE "metric_chunk" ALTER COLUMN "data" SET STORAGE EXTERNAL;
CREATE INDEX "metric_chunk_run_id_level_last_step_idx" ON "metric_chunk"("run_id", "level", "last_step");
CREATE INDEX "metric_chunk_fresh_idx" ON "metric_chunk"("run_id") WHERE "level" = 0 AND NOT "rolled";

-- Numbers are in network byte order, as PostgreSQL sends them: first the lists of steps, then the values of each name.
INSERT INTO "metric_chunk" ("run_id", "first_step", "last_step", "names", "grids", "counts", "data")
SELECT "run_id", min("first"), max("last"), array_agg("name" ORDER BY "name"),
    array_agg("place"::int - 1 ORDER BY "name"), array_agg("count"::int ORDER BY "name"),
    string_agg("steps", '' ORDER BY "name") || string_agg("values", '' ORDER BY "name")
FROM (
    SELECT "run_id", "block", "name", row_number() OVER (PARTITION BY "run_id", "block" ORDER BY "name") AS "place",
        count(*) AS "count", min("step") AS "first", max("step") AS "last",
        string_agg(int4send("step"), '' ORDER BY "step") AS "steps", string_agg(float8send("value"), '' ORDER BY "step") AS "values"
    FROM (SELECT *, "step" / 4096 AS "block" FROM "metric") AS points
    GROUP BY "run_id", "block", "name"
) AS series
GROUP BY "run_id", "block" ORDER BY "run_id", "block";

ALTER TABLE "metric_chunk" ADD CONSTRAINT "metric_chunk_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE;
DROP TABLE "metric";
