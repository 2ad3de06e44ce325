ALTER TABLE "conversation_turns" ADD COLUMN "task_id" text;--> statement-breakpoint
ALTER TABLE "conversation_turns" ADD CONSTRAINT "conversation_turns_task_id_unique" UNIQUE("task_id");