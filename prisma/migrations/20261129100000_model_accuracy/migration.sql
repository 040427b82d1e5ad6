-- Models without an accuracy come last in either direction.
CREATE INDEX "model_accuracy_id_idx" ON "model"("accuracy", "id");
CREATE INDEX "model_best_accuracy_idx" ON "model"("accuracy" DESC NULLS LAST, "id" DESC);
