-- What a run was expected to take, so that the next estimate knows how fast the machine is.
ALTER TABLE "run" ADD COLUMN "expected_seconds" DOUBLE PRECISION;
