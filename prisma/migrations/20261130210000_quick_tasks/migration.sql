-- Work that is expected to take seconds: a worker does it beside work of the same kind that takes long.
ALTER TABLE "task" ADD COLUMN "quick" BOOLEAN NOT NULL DEFAULT false;
