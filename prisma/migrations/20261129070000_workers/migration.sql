-- Workers that are there: each says so every few seconds, and removes its row when it stops.
CREATE TABLE "worker" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
