-- Search by trigrams. Where the role may not create the extension, or the server lacks it, lists are searched row by row.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX IF NOT EXISTS "run_name_search" ON "run" USING gin ("name" gin_trgm_ops);
  CREATE INDEX IF NOT EXISTS "run_method_search" ON "run" USING gin ("method" gin_trgm_ops);
  CREATE INDEX IF NOT EXISTS "model_name_search" ON "model" USING gin ("name" gin_trgm_ops);
  CREATE INDEX IF NOT EXISTS "data_set_name_search" ON "data_set" USING gin ("name" gin_trgm_ops);
  CREATE INDEX IF NOT EXISTS "evaluation_name_search" ON "evaluation" USING gin ("name" gin_trgm_ops);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not available: lists are searched row by row.';
END
$$;
