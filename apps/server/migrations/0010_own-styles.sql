CREATE TABLE "own_styles" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"examples" integer NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"least_examples" integer NOT NULL,
	"pictures" jsonb,
	"preview_photo" text,
	"callback_url" text,
	"made" jsonb,
	"previews" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"credits_charged" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_styles" ADD CONSTRAINT "own_styles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_styles_account" ON "own_styles" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "generations_waiting_styles" ON "generations" USING btree ("account_id","created_at") WHERE status = 'queued' and kind = 'style';