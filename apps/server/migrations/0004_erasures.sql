CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"subject_hash" text NOT NULL,
	"removed" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
