-- What a meta-model reaches on episodes of classes that it never saw, and the model that a run starts from.
ALTER TABLE "run" ADD COLUMN "episode_report" JSONB, ADD COLUMN "parent_id" UUID;
ALTER TABLE "model" ADD COLUMN "episode_report" JSONB;
ALTER TABLE "run" ADD CONSTRAINT "run_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE;
