-- From which probability on a model of two classes answers one of them; null for the more probable one.
ALTER TABLE "model" ADD COLUMN "decision" JSONB;
