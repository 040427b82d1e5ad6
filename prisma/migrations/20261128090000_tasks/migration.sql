-- One table for all work: imports, runs, shards and reports of evaluations, label checks, advice.

DROP SCHEMA IF EXISTS pgboss CASCADE;
ALTER TYPE "RunStatus" RENAME TO "TaskStatus";

CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "status" "TaskStatus" NOT NULL DEFAULT 'QUEUED',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "losses" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "progress" JSONB,
    "environment" JSONB,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "task_subject_kind_part_key" ON "task"("subject", "kind", "part");
CREATE INDEX "task_waiting_idx" ON "task"("kind", "queued_at", "part", "id") WHERE "status" = 'QUEUED';
CREATE INDEX "task_lease_idx" ON "task"("lease_until") WHERE "status" = 'RUNNING';

ALTER TABLE "recommendation" ADD COLUMN "started_at" TIMESTAMPTZ(3);

-- What earlier versions kept with each kind of work.
INSERT INTO "task" ("id", "kind", "subject", "status", "attempt", "lease_until", "cancel_requested", "progress", "environment",
    "failure_code", "failure_message", "created_at", "queued_at", "started_at", "ended_at")
SELECT "id", 'run', "id", "status", "attempt", "lease_until", "cancel_requested", "progress", "environment",
    "failure_code", "failure_message", "created_at", "created_at", "started_at", "ended_at" FROM "run";

INSERT INTO "task" ("id", "kind", "subject", "status", "attempt", "lease_until", "progress", "failure_code", "failure_message",
    "created_at", "queued_at", "started_at", "ended_at")
SELECT "id", 'import', "id",
    CASE WHEN "status" = 'READY' THEN 'DONE' WHEN "status" = 'FAILED' THEN 'FAILED'
         WHEN "lease_until" IS NULL THEN 'QUEUED' ELSE 'RUNNING' END::"TaskStatus",
    "attempt", "lease_until", to_jsonb("progress"), "failure_code", "failure_message", "created_at", "created_at",
    "created_at", CASE WHEN "status" <> 'IMPORTING' THEN "created_at" END FROM "data_set_version";

INSERT INTO "task" ("id", "kind", "subject", "status", "attempt", "lease_until", "progress", "failure_code", "failure_message",
    "created_at", "queued_at", "started_at", "ended_at")
SELECT "id", 'check', "id", "status", "attempt", "lease_until", "progress", "failure_code", "failure_message",
    "created_at", "created_at", "started_at", "ended_at" FROM "label_check";

INSERT INTO "task" ("id", "kind", "subject", "status", "attempt", "lease_until", "progress", "failure_code", "failure_message",
    "created_at", "queued_at", "started_at", "ended_at")
SELECT "id", 'advice', "id", "status", "attempt", "lease_until", "progress", "failure_code", "failure_message",
    "created_at", "created_at", "created_at", "ended_at" FROM "recommendation";

INSERT INTO "task" ("id", "kind", "subject", "part", "status", "attempt", "worker", "lease_until", "created_at", "queued_at",
    "started_at", "ended_at")
SELECT gen_random_uuid(), CASE WHEN s."to_unit" = 0 THEN 'report' ELSE 'shard' END, s."evaluation_id",
    CASE WHEN s."to_unit" = 0 THEN 0 ELSE s."index" END, s."status", s."attempt", s."worker", s."lease_until",
    e."created_at", s."sent_at", e."started_at", e."ended_at"
FROM "evaluation_shard" s JOIN "evaluation" e ON e."id" = s."evaluation_id";
DELETE FROM "evaluation_shard" WHERE "to_unit" = 0;

ALTER TABLE "attempt" DROP CONSTRAINT "attempt_run_id_fkey";
ALTER TABLE "attempt" RENAME COLUMN "run_id" TO "task_id"; -- the task of a run of an earlier version has the run's id
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_task_id_fkey"
    FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "run" DROP COLUMN "attempt", DROP COLUMN "lease_until", DROP COLUMN "cancel_requested", DROP COLUMN "progress",
    DROP COLUMN "environment", DROP COLUMN "failure_code", DROP COLUMN "failure_message";
ALTER TABLE "data_set_version" DROP COLUMN "attempt", DROP COLUMN "lease_until", DROP COLUMN "progress",
    DROP COLUMN "failure_code", DROP COLUMN "failure_message";
DROP INDEX "evaluation_shard_status_lease_until_idx";
ALTER TABLE "evaluation_shard" DROP COLUMN "status", DROP COLUMN "attempt", DROP COLUMN "worker", DROP COLUMN "lease_until",
    DROP COLUMN "sent_at";
DROP INDEX "label_check_status_lease_until_idx";
ALTER TABLE "label_check" DROP COLUMN "attempt", DROP COLUMN "lease_until", DROP COLUMN "progress", DROP COLUMN "failure_code",
    DROP COLUMN "failure_message";
ALTER TABLE "recommendation" DROP COLUMN "attempt", DROP COLUMN "lease_until", DROP COLUMN "sent_at", DROP COLUMN "progress",
    DROP COLUMN "failure_code", DROP COLUMN "failure_message";

-- A task is the truth about its work. Lists read state and times from the row that the work is about.
CREATE FUNCTION "task_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    topic TEXT := CASE NEW.kind WHEN 'import' THEN 'version' WHEN 'shard' THEN 'evaluation' WHEN 'report' THEN 'evaluation'
        WHEN 'advice' THEN 'recommendation' ELSE NEW.kind END;
BEGIN
    IF TG_OP = 'INSERT' OR NEW.status <> OLD.status THEN
        CASE NEW.kind
            WHEN 'run' THEN
                UPDATE run SET status = NEW.status, started_at = NEW.started_at, ended_at = NEW.ended_at WHERE id = NEW.subject;
            WHEN 'check' THEN
                UPDATE label_check SET status = NEW.status, started_at = NEW.started_at, ended_at = NEW.ended_at WHERE id = NEW.subject;
            WHEN 'advice' THEN
                UPDATE recommendation SET status = NEW.status, started_at = NEW.started_at, ended_at = NEW.ended_at WHERE id = NEW.subject;
            WHEN 'import' THEN
                UPDATE data_set_version SET status = CASE NEW.status WHEN 'DONE' THEN 'READY' WHEN 'FAILED' THEN 'FAILED'
                    WHEN 'CANCELLED' THEN 'FAILED' ELSE 'IMPORTING' END::"VersionStatus" WHERE id = NEW.subject;
            ELSE NULL;
        END CASE;
        IF NEW.kind = 'run' THEN
            PERFORM pg_notify('kshot', 'metrics:' || NEW.subject);
        END IF;
        IF NEW.status = 'QUEUED' THEN
            PERFORM pg_notify('kshot', 'task:' || NEW.kind);
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' AND ((NEW.cancel_requested AND NOT OLD.cancel_requested) OR (OLD.status = 'RUNNING' AND NEW.status = 'CANCELLED')) THEN
        PERFORM pg_notify('kshot', 'cancel:' || NEW.id);
    END IF;
    PERFORM pg_notify('kshot', topic || ':' || NEW.subject);
    RETURN NULL;
END $$;
-- Renewing a lease touches none of these columns and tells nobody.
CREATE TRIGGER "task_changed" AFTER INSERT OR UPDATE OF status, progress, cancel_requested, environment ON "task"
    FOR EACH ROW EXECUTE FUNCTION "task_changed"();

-- Its arguments: the topic, and the column that holds the id.
CREATE FUNCTION "notify_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE id TEXT;
BEGIN
    EXECUTE format('SELECT ($1).%I::text', TG_ARGV[1]) INTO id USING NEW;
    PERFORM pg_notify('kshot', TG_ARGV[0] || ':' || id);
    RETURN NULL;
END $$;
CREATE TRIGGER "evaluation_changed" AFTER INSERT OR UPDATE ON "evaluation"
    FOR EACH ROW EXECUTE FUNCTION "notify_change"('evaluation', 'id');
CREATE TRIGGER "evaluation_shard_changed" AFTER UPDATE ON "evaluation_shard"
    FOR EACH ROW EXECUTE FUNCTION "notify_change"('evaluation', 'evaluation_id');
CREATE TRIGGER "forecast_changed" AFTER UPDATE ON "forecast"
    FOR EACH ROW EXECUTE FUNCTION "notify_change"('recommendation', 'recommendation_id');

-- Its argument: the topic.
CREATE FUNCTION "delete_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task WHERE subject = OLD.id;
    PERFORM pg_notify('kshot', TG_ARGV[0] || ':' || OLD.id);
    RETURN NULL;
END $$;
CREATE TRIGGER "run_deleted" AFTER DELETE ON "run" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('run');
CREATE TRIGGER "data_set_version_deleted" AFTER DELETE ON "data_set_version" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('version');
CREATE TRIGGER "evaluation_deleted" AFTER DELETE ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('evaluation');
CREATE TRIGGER "label_check_deleted" AFTER DELETE ON "label_check" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('check');
CREATE TRIGGER "recommendation_deleted" AFTER DELETE ON "recommendation" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('recommendation');
