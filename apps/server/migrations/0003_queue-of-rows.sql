CREATE TABLE "job_turns" (
	"account_id" text PRIMARY KEY NOT NULL,
	"turn_at" timestamp with time zone NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "reference" text;--> statement-breakpoint
UPDATE "generations" SET "reference" = "request"->>'reference' WHERE "request"->>'reference' IS NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "bound_to" text;--> statement-breakpoint
ALTER TABLE "job_turns" ADD CONSTRAINT "job_turns_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "generations_waiting" ON "generations" USING btree ("account_id","created_at","batch_index","id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "generations_reference" ON "generations" USING btree ("account_id","reference") WHERE reference is not null;--> statement-breakpoint
CREATE INDEX "generations_made" ON "generations" USING btree ("account_id","style","finished_at") WHERE status = 'succeeded';--> statement-breakpoint
CREATE INDEX "generations_finished" ON "generations" USING btree ("finished_at") WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX "idempotency_bound" ON "idempotency_keys" USING btree ("bound_to") WHERE bound_to is not null;--> statement-breakpoint
CREATE INDEX "stored_objects_queued" ON "stored_objects" USING btree ("created_at") WHERE kind = 'queued';