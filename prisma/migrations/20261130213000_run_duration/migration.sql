-- How long a run took, for the order of lists.
ALTER TABLE "run" ADD COLUMN "duration" DOUBLE PRECISION GENERATED ALWAYS AS (extract(epoch FROM "ended_at" - "started_at")) STORED;
CREATE INDEX "run_duration_id_idx" ON "run"("duration", "id");
