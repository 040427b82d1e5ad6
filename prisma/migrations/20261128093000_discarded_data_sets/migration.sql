-- A data set whose only import failed leaves the lists and frees its name.
ALTER TABLE "data_set" ADD COLUMN "discarded_at" TIMESTAMPTZ(3);
DROP INDEX "data_set_name_key";
CREATE UNIQUE INDEX "data_set_name_key" ON "data_set"("name") WHERE "discarded_at" IS NULL;
