-- What a model is found by, what is known of it in words, and whether it is out of the way.
ALTER TABLE "model" ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN "note" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "archived_at" TIMESTAMPTZ(3);
CREATE INDEX "model_tags_idx" ON "model" USING GIN ("tags");
