-- Evaluations of one candidate each, in shards that workers take, and studies that compare several.
CREATE TABLE "study" (
  "id" UUID NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "query" JSONB NOT NULL,
  "query_hash" TEXT NOT NULL,
  "modality" "Modality" NOT NULL,
  "rerun_of_id" UUID REFERENCES "study"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "evaluation" (
  "id" UUID NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "status" "RunStatus" NOT NULL DEFAULT 'QUEUED',
  "query" JSONB NOT NULL,
  "method" TEXT NOT NULL,
  "protocol" TEXT NOT NULL,
  "version_id" UUID NOT NULL REFERENCES "data_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "model_id" UUID REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "study_id" UUID REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL DEFAULT 0,
  "unit_count" INTEGER NOT NULL,
  "features" JSONB,
  "report" JSONB,
  "costs" JSONB,
  "result_hash" TEXT,
  "accuracy" DOUBLE PRECISION,
  "environment" JSONB,
  "failure_code" TEXT,
  "failure_message" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3)
);
CREATE INDEX "evaluation_status_created_at_idx" ON "evaluation"("status", "created_at");
CREATE INDEX "evaluation_study_id_position_idx" ON "evaluation"("study_id", "position");
CREATE INDEX "evaluation_version_id_idx" ON "evaluation"("version_id");
CREATE INDEX "evaluation_model_id_idx" ON "evaluation"("model_id");

CREATE TABLE "evaluation_shard" (
  "evaluation_id" UUID NOT NULL REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "index" INTEGER NOT NULL,
  "from_unit" INTEGER NOT NULL,
  "to_unit" INTEGER NOT NULL,
  "status" "RunStatus" NOT NULL DEFAULT 'QUEUED',
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "worker" TEXT,
  "lease_until" TIMESTAMPTZ(3),
  "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "scores" DOUBLE PRECISION[] NOT NULL DEFAULT ARRAY[]::DOUBLE PRECISION[],
  "hash" TEXT,
  "costs" JSONB,
  PRIMARY KEY ("evaluation_id", "index")
);
CREATE INDEX "evaluation_shard_status_lease_until_idx" ON "evaluation_shard"("status", "lease_until");
