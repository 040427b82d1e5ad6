-- The blob of a map of the examples that a run was tested on.
ALTER TABLE "run" ADD COLUMN "map_hash" TEXT;
