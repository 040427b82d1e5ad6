-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Modality" AS ENUM ('IMAGE', 'TEXT', 'TABLE');

-- CreateEnum
CREATE TYPE "VersionStatus" AS ENUM ('IMPORTING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "Technique" AS ENUM ('PRETRAIN', 'TRANSFER', 'META');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SplitKind" AS ENUM ('EXAMPLE', 'CLASS');

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "secret" TEXT NOT NULL,
    "sha256" TEXT,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_set" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "licence" TEXT,
    "source" TEXT,
    "shipped" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_set_version" (
    "id" UUID NOT NULL,
    "data_set_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "VersionStatus" NOT NULL DEFAULT 'IMPORTING',
    "modality" "Modality",
    "hash" TEXT,
    "upload_hash" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "manifest" JSONB,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "example_count" INTEGER NOT NULL DEFAULT 0,
    "class_count" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_set_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "group" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "example" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "class_index" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "example_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "split" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SplitKind" NOT NULL,
    "seed" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,

    CONSTRAINT "split_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "technique" "Technique" NOT NULL,
    "method" TEXT NOT NULL,
    "status" "RunStatus" NOT NULL DEFAULT 'QUEUED',
    "settings" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "split_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "progress" JSONB,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB,
    "environment" JSONB,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "worker" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "failure_code" TEXT,
    "failure_message" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("run_id","number")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "run_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("run_id","step")
);

-- CreateTable
CREATE TABLE "metric" (
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("run_id","name","step")
) PARTITION BY HASH ("run_id");
CREATE TABLE "metric_0" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE "metric_1" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE "metric_2" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE "metric_3" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE "metric_4" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE "metric_5" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE "metric_6" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE "metric_7" PARTITION OF "metric" FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- CreateTable
CREATE TABLE "model" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "technique" "Technique" NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "parameter_count" INTEGER NOT NULL,
    "modality" "Modality" NOT NULL,
    "manifest" JSONB NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB,
    "accuracy" DOUBLE PRECISION,
    "run_id" UUID,
    "version_id" UUID,
    "parent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "data_set_name_key" ON "data_set"("name");

-- CreateIndex
CREATE UNIQUE INDEX "data_set_version_data_set_id_number_key" ON "data_set_version"("data_set_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "class_version_id_index_key" ON "class"("version_id", "index");

-- CreateIndex
CREATE INDEX "example_version_id_class_index_index_idx" ON "example"("version_id", "class_index", "index");

-- CreateIndex
CREATE UNIQUE INDEX "example_version_id_index_key" ON "example"("version_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "split_version_id_name_key" ON "split"("version_id", "name");

-- CreateIndex
CREATE INDEX "run_status_created_at_idx" ON "run"("status", "created_at");

-- CreateIndex
CREATE INDEX "run_version_id_idx" ON "run"("version_id");

-- CreateIndex
CREATE INDEX "metric_run_id_step_idx" ON "metric"("run_id", "step");

-- CreateIndex
CREATE INDEX "model_run_id_idx" ON "model"("run_id");

-- AddForeignKey
ALTER TABLE "data_set_version" ADD CONSTRAINT "data_set_version_data_set_id_fkey" FOREIGN KEY ("data_set_id") REFERENCES "data_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "example" ADD CONSTRAINT "example_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "split"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "data_set_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "model"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Metrics go with their run. schema.prisma leaves this key out: Prisma never reads metrics.
ALTER TABLE "metric" ADD CONSTRAINT "metric_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE;
