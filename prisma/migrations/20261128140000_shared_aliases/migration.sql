alter table "alias" add column "shared" boolean not null default false;
