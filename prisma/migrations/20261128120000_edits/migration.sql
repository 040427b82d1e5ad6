-- Edited versions: why and by whom; examples known by their content; examples without a class.
ALTER TABLE "data_set_version" ADD COLUMN "note" TEXT NOT NULL DEFAULT '', ADD COLUMN "author" TEXT;
ALTER TABLE "example" ALTER COLUMN "class_index" DROP NOT NULL, ADD COLUMN "key" BIGINT;
