ALTER TABLE "evaluation" ADD COLUMN "counted_units" INTEGER;
