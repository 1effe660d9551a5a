ALTER TABLE "daily_runs" ADD COLUMN "breaker" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "accepted_marks" integer;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "refused_at" timestamptz(3);