-- Projects with members. Roots carry their project; what hangs below a root follows it. All that there is goes into the first
-- project, whose members are all people.
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "project_name_key" ON "project" ("name");
INSERT INTO "project" ("id", "name") VALUES ('00000000-0000-7000-8000-000000000001', 'Default');
CREATE TABLE "project_member" (
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("project_id", "person_id")
);
CREATE INDEX "project_member_person_id_idx" ON "project_member" ("person_id");
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "project_member" SELECT '00000000-0000-7000-8000-000000000001', "id", 'EDITOR' FROM "person"; -- the role of the account still limits them
ALTER TABLE "credential" ADD COLUMN "project_id" UUID;
ALTER TABLE "credential" ADD CONSTRAINT "credential_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "upload" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "upload" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "upload" ADD CONSTRAINT "upload_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "upload_project_id_created_at_id_idx" ON "upload" ("project_id", "created_at", "id");
CREATE INDEX "upload_person_id_idx" ON "upload" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "data_set" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "data_set" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "data_set" ADD CONSTRAINT "data_set_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "data_set" ADD CONSTRAINT "data_set_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "data_set_project_id_created_at_id_idx" ON "data_set" ("project_id", "created_at", "id");
CREATE INDEX "data_set_person_id_idx" ON "data_set" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "run" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "run" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "run" ADD CONSTRAINT "run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "run" ADD CONSTRAINT "run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "run_project_id_created_at_id_idx" ON "run" ("project_id", "created_at", "id");
CREATE INDEX "run_person_id_idx" ON "run" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "model" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "model" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "model" ADD CONSTRAINT "model_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "model" ADD CONSTRAINT "model_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "model_project_id_created_at_id_idx" ON "model" ("project_id", "created_at", "id");
CREATE INDEX "model_person_id_idx" ON "model" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "study" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "study" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "study" ADD CONSTRAINT "study_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study" ADD CONSTRAINT "study_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "study_project_id_created_at_id_idx" ON "study" ("project_id", "created_at", "id");
CREATE INDEX "study_person_id_idx" ON "study" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "evaluation" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "evaluation" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "evaluation_project_id_created_at_id_idx" ON "evaluation" ("project_id", "created_at", "id");
CREATE INDEX "evaluation_person_id_idx" ON "evaluation" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "label_check" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "label_check" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "label_check" ADD CONSTRAINT "label_check_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "label_check" ADD CONSTRAINT "label_check_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "label_check_project_id_created_at_id_idx" ON "label_check" ("project_id", "created_at", "id");
CREATE INDEX "label_check_person_id_idx" ON "label_check" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "labelling" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "labelling" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "labelling" ADD CONSTRAINT "labelling_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "labelling" ADD CONSTRAINT "labelling_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "labelling_project_id_created_at_id_idx" ON "labelling" ("project_id", "created_at", "id");
CREATE INDEX "labelling_person_id_idx" ON "labelling" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "recommendation" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "recommendation" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "recommendation_project_id_created_at_id_idx" ON "recommendation" ("project_id", "created_at", "id");
CREATE INDEX "recommendation_person_id_idx" ON "recommendation" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "prediction" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "prediction" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "prediction_project_id_created_at_id_idx" ON "prediction" ("project_id", "created_at", "id");
CREATE INDEX "prediction_person_id_idx" ON "prediction" ("person_id") WHERE "person_id" IS NOT NULL;
ALTER TABLE "alias" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001';
ALTER TABLE "alias" ALTER COLUMN "project_id" DROP DEFAULT;
ALTER TABLE "alias" ADD CONSTRAINT "alias_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "task" ADD COLUMN "project_id" UUID NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001', ADD COLUMN "person_id" UUID;
ALTER TABLE "task" ALTER COLUMN "project_id" DROP DEFAULT;

-- Starters are seen by everybody, as shipped data sets are.
ALTER TABLE "model" ADD COLUMN "shipped" BOOLEAN NOT NULL DEFAULT false;
UPDATE "model" SET "shipped" = true WHERE "version_id" IS NULL AND "run_id" IS NULL AND "parent_id" IS NULL
    AND "name" IN (SELECT jsonb_array_elements_text("value") FROM "setting" WHERE "name" = 'starters' AND jsonb_typeof("value") = 'array');

-- Names are unique within a project, so that a name that is taken says nothing about others; those that anybody may ask, everywhere.
DROP INDEX "data_set_name_key";
CREATE UNIQUE INDEX "data_set_project_id_name_key" ON "data_set" ("project_id", "name") WHERE "discarded_at" IS NULL;
DROP INDEX "alias_name_alias_key";
CREATE UNIQUE INDEX "alias_project_id_name_alias_key" ON "alias" ("project_id", "name", "alias");
CREATE UNIQUE INDEX "alias_shared_name_alias_key" ON "alias" ("name", "alias") WHERE "shared";

-- What something is made of is in its project or shipped. Without a project given, it goes into that of what it is made of.
CREATE FUNCTION "own_project"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_version UUID;
    its_model UUID;
    its_run UUID;
    its_study UUID;
    parents UUID[];
BEGIN
    IF TG_TABLE_NAME = 'run' THEN
        its_version := NEW.version_id;
        its_model := NEW.parent_id;
    ELSIF TG_TABLE_NAME = 'model' THEN
        its_version := NEW.version_id;
        its_model := NEW.parent_id;
        its_run := NEW.run_id;
    ELSIF TG_TABLE_NAME = 'evaluation' THEN
        its_version := NEW.version_id;
        its_model := NEW.model_id;
        its_study := NEW.study_id;
    ELSIF TG_TABLE_NAME IN ('label_check', 'labelling', 'prediction') THEN
        its_version := NEW.version_id;
        its_model := NEW.model_id;
    ELSIF TG_TABLE_NAME = 'recommendation' THEN
        its_version := NEW.version_id;
    ELSIF TG_TABLE_NAME = 'alias' THEN
        its_model := NEW.model_id;
    ELSIF TG_TABLE_NAME = 'study' THEN
        its_study := NEW.rerun_of_id;
    END IF;
    SELECT array_agg(DISTINCT of.project_id) INTO parents FROM (
        SELECT d.project_id FROM data_set_version v JOIN data_set d ON d.id = v.data_set_id WHERE v.id = its_version AND NOT d.shipped
        UNION ALL SELECT m.project_id FROM model m WHERE m.id = its_model AND NOT m.shipped
        UNION ALL SELECT r.project_id FROM run r WHERE r.id = its_run
        UNION ALL SELECT s.project_id FROM study s WHERE s.id = its_study) of;
    NEW.project_id := coalesce(NEW.project_id, parents[1], '00000000-0000-7000-8000-000000000001');
    IF parents <> ARRAY[NEW.project_id] THEN
        RAISE EXCEPTION 'What it is made of is in another project.' USING ERRCODE = 'KP001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "upload_own_project" BEFORE INSERT ON "upload" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "data_set_own_project" BEFORE INSERT ON "data_set" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "run_own_project" BEFORE INSERT ON "run" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "model_own_project" BEFORE INSERT ON "model" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "study_own_project" BEFORE INSERT ON "study" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "evaluation_own_project" BEFORE INSERT ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "label_check_own_project" BEFORE INSERT ON "label_check" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "labelling_own_project" BEFORE INSERT ON "labelling" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "recommendation_own_project" BEFORE INSERT ON "recommendation" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "prediction_own_project" BEFORE INSERT ON "prediction" FOR EACH ROW EXECUTE FUNCTION "own_project"();
CREATE TRIGGER "alias_own_project" BEFORE INSERT OR UPDATE OF "model_id" ON "alias" FOR EACH ROW EXECUTE FUNCTION "own_project"();

-- A task belongs to whom its subject belongs to.
CREATE FUNCTION "own_task"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about TEXT;
BEGIN
    IF NEW.kind = 'import' THEN
        SELECT d.project_id, coalesce(NEW.person_id, d.person_id) INTO NEW.project_id, NEW.person_id
            FROM data_set_version v JOIN data_set d ON d.id = v.data_set_id WHERE v.id = NEW.subject;
    ELSIF NEW.kind = 'inspection' THEN
        SELECT u.project_id, coalesce(NEW.person_id, u.person_id) INTO NEW.project_id, NEW.person_id
            FROM inspection i JOIN upload u ON u.id = i.upload_id WHERE i.id = NEW.subject;
    ELSE
        SELECT coalesce(table_name, 'evaluation') INTO about FROM task_kind WHERE kind = NEW.kind;
        IF about IS NOT NULL THEN
            EXECUTE format('SELECT project_id, coalesce($2, person_id) FROM %I WHERE id = $1', about)
                INTO NEW.project_id, NEW.person_id USING NEW.subject, NEW.person_id;
        END IF;
    END IF;
    NEW.project_id := coalesce(NEW.project_id, '00000000-0000-7000-8000-000000000001'); -- of no subject: tests and kinds of other versions
    RETURN NEW;
END $$;
CREATE TRIGGER "task_own_task" BEFORE INSERT ON "task" FOR EACH ROW EXECUTE FUNCTION "own_task"();
CREATE INDEX "task_project_id_idx" ON "task" ("project_id") WHERE "status" IN ('QUEUED', 'RUNNING');
CREATE INDEX "task_person_id_idx" ON "task" ("person_id") WHERE "status" IN ('QUEUED', 'RUNNING');
