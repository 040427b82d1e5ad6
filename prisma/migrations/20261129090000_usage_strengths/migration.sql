-- Answers by how strong they were, in bins that held-out examples fill alike.
ALTER TABLE "model_usage" ADD COLUMN "strengths" BIGINT[] NOT NULL DEFAULT '{}';
