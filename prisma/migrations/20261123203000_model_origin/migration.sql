-- Where a model that was not trained here is from, and under which terms it may be used.
ALTER TABLE "model" ADD COLUMN "licence" TEXT, ADD COLUMN "source" TEXT;
