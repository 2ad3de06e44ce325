CREATE TABLE "avatar_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"training" text DEFAULT 'pending' NOT NULL,
	"training_error" text,
	"character" jsonb,
	"is_measured" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "avatar_looks" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"name" text NOT NULL,
	"image_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "avatar_groups" ADD CONSTRAINT "avatar_groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avatar_looks" ADD CONSTRAINT "avatar_looks_group_id_avatar_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."avatar_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "avatar_groups_account" ON "avatar_groups" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "avatar_groups_measured" ON "avatar_groups" USING btree ("id") WHERE is_measured;--> statement-breakpoint
CREATE INDEX "avatar_looks_group" ON "avatar_looks" USING btree ("group_id","created_at");