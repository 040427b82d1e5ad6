-- Checks of a version's labels with what they found, and versions that are made of another one by a fix.
CREATE TABLE "label_check" (
  "id" UUID NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "status" "RunStatus" NOT NULL DEFAULT 'QUEUED',
  "query" JSONB NOT NULL,
  "version_id" UUID NOT NULL REFERENCES "data_set_version"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "model_id" UUID REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "lease_until" TIMESTAMPTZ(3),
  "progress" JSONB,
  "report" JSONB,
  "failure_code" TEXT,
  "failure_message" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3)
);
CREATE INDEX "label_check_version_id_idx" ON "label_check"("version_id");
CREATE INDEX "label_check_status_lease_until_idx" ON "label_check"("status", "lease_until");

CREATE TYPE "FindingKind" AS ENUM ('CONFLICTING_COPY', 'WRONG_LABEL', 'COPY');

CREATE TABLE "finding" (
  "id" UUID NOT NULL PRIMARY KEY,
  "check_id" UUID NOT NULL REFERENCES "label_check"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  "kind" "FindingKind" NOT NULL,
  "example_index" INTEGER NOT NULL,
  "other_index" INTEGER,
  "suggested_class" INTEGER,
  "confidence" DOUBLE PRECISION,
  "probability" DOUBLE PRECISION,
  "similarity" DOUBLE PRECISION
);
CREATE UNIQUE INDEX "finding_check_id_position_key" ON "finding"("check_id", "position");

ALTER TABLE "data_set_version" ADD COLUMN "parent_id" UUID REFERENCES "data_set_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;
