-- The examples that a model's head was fitted on: what it can be taught more beside.
ALTER TABLE "model" ADD COLUMN "lesson_hash" TEXT;

-- Whoever follows an alias hears of each move.
CREATE FUNCTION alias_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kshot', 'alias:' || COALESCE(NEW.id, OLD.id));
    RETURN NULL;
END $$;
CREATE TRIGGER alias_changed AFTER INSERT OR UPDATE OR DELETE ON "alias" FOR EACH ROW EXECUTE FUNCTION alias_changed();
