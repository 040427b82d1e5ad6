-- What a model's prediction sets are calibrated by, and the examples that a sub-model was built from.
ALTER TABLE "model" ADD COLUMN "calibration" JSONB;
ALTER TABLE "model" ADD COLUMN "support_hash" TEXT;
