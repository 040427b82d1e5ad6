-- Files and versions that a model is asked about as a whole.
CREATE TABLE "prediction" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'QUEUED',
    "request" JSONB NOT NULL,
    "model_id" UUID,
    "model_hash" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "version_id" UUID,
    "upload_hash" TEXT,
    "result_hash" TEXT,
    "index_hash" TEXT,
    "summary" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "prediction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "prediction_model_id_idx" ON "prediction"("model_id");
CREATE INDEX "prediction_version_id_idx" ON "prediction"("version_id");
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_model_id_fkey"
    FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_version_id_fkey"
    FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE TRIGGER "prediction_deleted" AFTER DELETE ON "prediction" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('prediction');

CREATE OR REPLACE FUNCTION "task_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
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
            WHEN 'inspection' THEN
                UPDATE inspection SET status = NEW.status WHERE id = NEW.subject;
            WHEN 'prediction' THEN
                UPDATE prediction SET status = NEW.status, started_at = NEW.started_at, ended_at = NEW.ended_at WHERE id = NEW.subject;
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
