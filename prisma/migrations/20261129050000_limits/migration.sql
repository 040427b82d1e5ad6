-- What a person may use at once; null for any number.
ALTER TABLE "person" ADD COLUMN "running_tasks" INTEGER, ADD COLUMN "storage_bytes" BIGINT;

-- Projects take turns: when a task of each was last taken.
ALTER TABLE "project" ADD COLUMN "served_at" TIMESTAMPTZ(3);
DROP INDEX "task_waiting_idx";
CREATE INDEX "task_waiting_idx" ON "task" ("project_id", "queued_at", "part", "id") WHERE "status" = 'QUEUED';
