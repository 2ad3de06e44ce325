CREATE TABLE "reservations" (
	"generation_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"credits" integer NOT NULL,
	"seat" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disabled_webhooks" (
	"account_id" text NOT NULL,
	"url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "disabled_webhooks_account_id_url_pk" PRIMARY KEY("account_id","url")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ALTER COLUMN "body" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "balance" integer;--> statement-breakpoint
UPDATE "ledger" SET "balance" = "sums"."balance" FROM (SELECT "id", sum("credits") OVER (PARTITION BY "account_id" ORDER BY "id") AS "balance" FROM "ledger") AS "sums" WHERE "sums"."id" = "ledger"."id";--> statement-breakpoint
ALTER TABLE "ledger" ALTER COLUMN "balance" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "grant_id" bigint;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disabled_webhooks" ADD CONSTRAINT "disabled_webhooks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reservations_account" ON "reservations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "rate_windows_start" ON "rate_windows" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_expiry" ON "ledger" USING btree ("grant_id");--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$;--> statement-breakpoint
CREATE TRIGGER "ledger_append_only" BEFORE UPDATE ON "ledger" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
