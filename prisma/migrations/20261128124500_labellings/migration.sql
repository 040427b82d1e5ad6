-- Features by which the unlabelled examples of a version are put into an order to be labelled.
CREATE TABLE "labelling" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "model_id" UUID,
    "status" "TaskStatus" NOT NULL DEFAULT 'QUEUED',
    "features_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labelling_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "labelling_version_id_idx" ON "labelling"("version_id");
CREATE INDEX "labelling_model_id_idx" ON "labelling"("model_id");
ALTER TABLE "labelling" ADD CONSTRAINT "labelling_version_id_fkey"
    FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "labelling" ADD CONSTRAINT "labelling_model_id_fkey"
    FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE TRIGGER "labelling_deleted" AFTER DELETE ON "labelling" FOR EACH ROW EXECUTE FUNCTION "delete_tasks"('labelling');

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
            WHEN 'labelling' THEN
                UPDATE labelling SET status = NEW.status WHERE id = NEW.subject;
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
