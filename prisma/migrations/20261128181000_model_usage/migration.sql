-- What a model was asked, summed by the hour. Classes and latencies are counts by position: of the model's classes, and of buckets.
CREATE TABLE "model_usage" (
    "model_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "calls" BIGINT NOT NULL,
    "examples" BIGINT NOT NULL,
    "errors" BIGINT NOT NULL,
    "none_of_these" BIGINT NOT NULL,
    "classes" BIGINT[] NOT NULL,
    "latencies" BIGINT[] NOT NULL,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("model_id", "hour")
);
CREATE INDEX "model_usage_hour_idx" ON "model_usage" ("hour");
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
