CREATE TABLE "bulk_jobs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"command" text NOT NULL,
	"kind" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamptz(3),
	CONSTRAINT "bulk_jobs_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_rows" (
	"workspace_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	CONSTRAINT "bulk_rows_pk" PRIMARY KEY("workspace_id","job_id","entity_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "open_bulk_jobs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "open_bulk_jobs_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
DROP INDEX "users_of_any_account";--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_job_fk" FOREIGN KEY ("workspace_id","job_id") REFERENCES "public"."bulk_jobs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_jobs_of_starter" ON "bulk_jobs" USING btree ("workspace_id","started_by","id");--> statement-breakpoint
CREATE INDEX "accounts_archived" ON "accounts" USING btree ("workspace_id","external_id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "objects_of_collection" ON "objects" USING btree ("workspace_id","collection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "users_of_any_account" ON "users" USING btree ("workspace_id","external_id","id");--> statement-breakpoint
CREATE POLICY "bulk_jobs_of_workspace" ON "bulk_jobs" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "bulk_rows_of_workspace" ON "bulk_rows" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);