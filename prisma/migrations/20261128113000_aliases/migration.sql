-- Names that point to a model and move atomically, with all that they pointed to.
CREATE TABLE "alias" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "model_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alias_name_alias_key" ON "alias"("name", "alias");
CREATE INDEX "alias_model_id_idx" ON "alias"("model_id");
ALTER TABLE "alias" ADD CONSTRAINT "alias_model_id_fkey"
    FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "alias_move" (
    "id" UUID NOT NULL,
    "alias_id" UUID NOT NULL,
    "model_id" UUID,
    "model_name" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "alias_move_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "alias_move_alias_id_idx" ON "alias_move"("alias_id", "id");
CREATE INDEX "alias_move_model_id_idx" ON "alias_move"("model_id");
ALTER TABLE "alias_move" ADD CONSTRAINT "alias_move_alias_id_fkey"
    FOREIGN KEY ("alias_id") REFERENCES "alias"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alias_move" ADD CONSTRAINT "alias_move_model_id_fkey"
    FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE;
