CREATE TABLE "client_messages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "client_messages_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "client_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ingest_hours" (
	"workspace_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"received" integer NOT NULL,
	"accepted" integer NOT NULL,
	"refused" integer NOT NULL,
	"unattributed" integer NOT NULL,
	"repeated" integer NOT NULL,
	"redated" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ingest_hours_pk" PRIMARY KEY("workspace_id","hour","source")
);
--> statement-breakpoint
ALTER TABLE "ingest_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ingest_refusals" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"field" text NOT NULL,
	"message" text NOT NULL,
	"path" text NOT NULL,
	"source" text NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"account" text,
	"sample" jsonb,
	CONSTRAINT "ingest_refusals_pk" PRIMARY KEY("workspace_id","kind","field","message")
);
--> statement-breakpoint
ALTER TABLE "ingest_refusals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "details" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "status_names" text[] DEFAULT '{"contract_status","Contract Status","Status","status"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "value_names" text[] DEFAULT '{"contract_value","Contract Value","Value","value"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "pixel_needs_key" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "client_messages_lapsed" ON "client_messages" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE POLICY "client_messages_of_workspace" ON "client_messages" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ingest_hours_of_workspace" ON "ingest_hours" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ingest_refusals_of_workspace" ON "ingest_refusals" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);