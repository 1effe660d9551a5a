CREATE TABLE "expired_accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contract_status" text NOT NULL,
	"contract_value" double precision,
	"attributes" jsonb NOT NULL,
	"created_day" date NOT NULL,
	"expired_on" date NOT NULL,
	"last_information_day" date NOT NULL,
	CONSTRAINT "expired_accounts_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "expired_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "expired_usage" (
	"workspace_id" uuid NOT NULL,
	"expired_id" uuid NOT NULL,
	"day" date NOT NULL,
	"module" text NOT NULL,
	"activity" text NOT NULL,
	"count" double precision NOT NULL,
	CONSTRAINT "expired_usage_pk" PRIMARY KEY("workspace_id","expired_id","day","module","activity")
);
--> statement-breakpoint
ALTER TABLE "expired_usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "expired_usage" ADD CONSTRAINT "expired_usage_account_fk" FOREIGN KEY ("workspace_id","expired_id") REFERENCES "public"."expired_accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "expired_accounts_of_workspace" ON "expired_accounts" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "expired_usage_of_workspace" ON "expired_usage" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);