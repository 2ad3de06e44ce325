CREATE TABLE "unanswered_pictures" (
	"generation_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"credits" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unanswered_pictures" ADD CONSTRAINT "unanswered_pictures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unanswered_pictures_created" ON "unanswered_pictures" USING btree ("created_at");