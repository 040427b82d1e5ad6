-- A sample of what a model was asked, where that is switched on, to be reviewed and labelled.
ALTER TABLE "model" ADD COLUMN "keeps_inputs" BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE "kept_input" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content_hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "none_of_these" BOOLEAN NOT NULL,
    "priority" DOUBLE PRECISION NOT NULL,
    "label" TEXT,
    "taught_at" TIMESTAMPTZ(3),
    "added_at" TIMESTAMPTZ(3),

    CONSTRAINT "kept_input_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "kept_input_model_id_content_hash_key" ON "kept_input" ("model_id", "content_hash");
CREATE INDEX "kept_input_created_at_idx" ON "kept_input" ("created_at");
ALTER TABLE "kept_input" ADD CONSTRAINT "kept_input_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
