-- What a task of each kind is about. A new kind of work adds its row here, and the trigger `delete_tasks` on its table.
CREATE TABLE "task_kind" (
    "kind" TEXT NOT NULL,
    "table_name" TEXT,
    "timed" BOOLEAN NOT NULL DEFAULT false,
    "topic" TEXT NOT NULL,

    CONSTRAINT "task_kind_pkey" PRIMARY KEY ("kind")
);
INSERT INTO "task_kind" ("kind", "table_name", "timed", "topic") VALUES
    ('run', 'run', true, 'run'),
    ('check', 'label_check', true, 'check'),
    ('advice', 'recommendation', true, 'recommendation'),
    ('prediction', 'prediction', true, 'prediction'),
    ('import', 'data_set_version', false, 'version'),
    ('inspection', 'inspection', false, 'inspection'),
    ('labelling', 'labelling', false, 'labelling'),
    ('shard', NULL, false, 'evaluation'),
    ('report', NULL, false, 'evaluation');

-- A row follows its task; listeners are told what may have changed.
CREATE OR REPLACE FUNCTION "task_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about task_kind%ROWTYPE;
BEGIN
    SELECT * INTO about FROM task_kind WHERE kind = NEW.kind;
    IF TG_OP = 'INSERT' OR NEW.status <> OLD.status THEN
        IF about.table_name = 'data_set_version' THEN -- has states of its own: a cancelled import failed
            UPDATE data_set_version SET status = CASE NEW.status WHEN 'DONE' THEN 'READY' WHEN 'FAILED' THEN 'FAILED'
                WHEN 'CANCELLED' THEN 'FAILED' ELSE 'IMPORTING' END::"VersionStatus" WHERE id = NEW.subject;
        ELSIF about.timed THEN
            EXECUTE format('UPDATE %I SET status = $2, started_at = $3, ended_at = $4 WHERE id = $1', about.table_name)
                USING NEW.subject, NEW.status, NEW.started_at, NEW.ended_at;
        ELSIF about.table_name IS NOT NULL THEN
            EXECUTE format('UPDATE %I SET status = $2 WHERE id = $1', about.table_name) USING NEW.subject, NEW.status;
        END IF;
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
    PERFORM pg_notify('kshot', coalesce(about.topic, NEW.kind) || ':' || NEW.subject);
    RETURN NULL;
END $$;
