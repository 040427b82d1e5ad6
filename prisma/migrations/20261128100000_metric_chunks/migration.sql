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

ALTER TABLE "metric_chunk" ADD CONSTRAINT "metric_chunk_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE;

-- Points that there are already are moved by tools/prisma/move-metrics.mjs, piece by piece; it drops their table.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM "metric") THEN
        DROP TABLE "metric";
    END IF;
END $$;
