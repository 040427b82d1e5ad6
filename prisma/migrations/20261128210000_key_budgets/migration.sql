-- How many requests a key may send within a minute; null for any number.
ALTER TABLE "credential" ADD COLUMN "requests_per_minute" INTEGER;
