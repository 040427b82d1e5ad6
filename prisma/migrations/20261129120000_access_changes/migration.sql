-- Whoever has a socket open loses at once what they may no longer do. Its argument: the column that holds the id of a person or key.
CREATE FUNCTION "access_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE id TEXT;
BEGIN
    IF TG_OP = 'DELETE' THEN
        EXECUTE format('SELECT ($1).%I::text', TG_ARGV[0]) INTO id USING OLD;
    ELSE
        EXECUTE format('SELECT ($1).%I::text', TG_ARGV[0]) INTO id USING NEW;
    END IF;
    PERFORM pg_notify('kshot', 'access:' || id);
    RETURN NULL;
END $$;
CREATE TRIGGER "credential_access_changed" AFTER UPDATE OF "revoked_at", "expires_at" OR DELETE ON "credential"
    FOR EACH ROW EXECUTE FUNCTION "access_changed"('id');
CREATE TRIGGER "person_access_changed" AFTER UPDATE OF "role", "disabled_at" OR DELETE ON "person"
    FOR EACH ROW EXECUTE FUNCTION "access_changed"('id');
CREATE TRIGGER "project_member_access_changed" AFTER INSERT OR UPDATE OR DELETE ON "project_member"
    FOR EACH ROW EXECUTE FUNCTION "access_changed"('person_id');
