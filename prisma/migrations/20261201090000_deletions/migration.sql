-- Lists and pages follow deletions. Its argument: the type that the API gives the row.
CREATE FUNCTION "notify_deletion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kshot', 'deletion:' || OLD.project_id || ' ' || TG_ARGV[0] || ' ' || OLD.id);
    RETURN NULL;
END $$;
CREATE TRIGGER "data_set_deletion" AFTER DELETE ON "data_set" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('DataSet');
CREATE TRIGGER "run_deletion" AFTER DELETE ON "run" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('Run');
CREATE TRIGGER "model_deletion" AFTER DELETE ON "model" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('Model');
CREATE TRIGGER "study_deletion" AFTER DELETE ON "study" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('Study');
CREATE TRIGGER "evaluation_deletion" AFTER DELETE ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('Evaluation');
CREATE TRIGGER "label_check_deletion" AFTER DELETE ON "label_check" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('LabelCheck');
CREATE TRIGGER "prediction_deletion" AFTER DELETE ON "prediction" FOR EACH ROW EXECUTE FUNCTION "notify_deletion"('FilePrediction');
