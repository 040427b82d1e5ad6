-- Who may come in: people, and what they show (a session of a browser, a key of a program), kept as digests only.
CREATE TYPE "Role" AS ENUM ('VIEWER', 'EDITOR', 'ADMIN');
CREATE TYPE "CredentialKind" AS ENUM ('SESSION', 'KEY');
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_digest" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "person_email_key" ON "person" ("email");
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "kind" "CredentialKind" NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "secret_digest" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "credential_secret_digest_key" ON "credential" ("secret_digest");
CREATE INDEX "credential_person_id_idx" ON "credential" ("person_id");
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who did what. Rows are only ever added.
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_entry_created_at_id_idx" ON "audit_entry" ("created_at", "id");
CREATE INDEX "audit_entry_actor_id_created_at_id_idx" ON "audit_entry" ("actor_id", "created_at", "id");
CREATE INDEX "audit_entry_action_created_at_id_idx" ON "audit_entry" ("action", "created_at", "id");
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
