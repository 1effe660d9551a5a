do $$ begin
  create role perennial_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;--> statement-breakpoint
do $$ begin
  execute format('grant perennial_app to %I', current_user);
exception when unique_violation then null;
end $$;--> statement-breakpoint
create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists btree_gin;--> statement-breakpoint
CREATE TABLE "tasks" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"title" text,
	"status" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"completed_at" timestamptz(3),
	CONSTRAINT "tasks_pk" PRIMARY KEY("workspace_id","account_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_ids" uuid[] NOT NULL,
	"subject" text,
	"content" text,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "touchpoints_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "touchpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"user_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"module" text DEFAULT '' NOT NULL,
	"activity" text NOT NULL,
	"count" double precision NOT NULL,
	CONSTRAINT "usage_pk" PRIMARY KEY("workspace_id","account_id","day","user_id","module","activity")
);
--> statement-breakpoint
ALTER TABLE "usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_information_at" timestamptz(3) NOT NULL,
	"last_information_type" text NOT NULL,
	"last_information_day" date GENERATED ALWAYS AS (((last_information_at at time zone 'UTC')::date)) STORED NOT NULL,
	"indexed_information_day" date NOT NULL,
	"marked_on" date,
	"cause" text,
	"holds" integer DEFAULT 0 NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (left(lower(coalesce(name, external_id)), 200)) STORED NOT NULL,
	"contract_status" text DEFAULT 'unknown' NOT NULL,
	"contract_value" double precision,
	"parent_id" uuid,
	"root_id" uuid,
	"archived_at" timestamptz(3),
	"held" boolean DEFAULT false NOT NULL,
	CONSTRAINT "accounts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "accounts_indexed_day" CHECK ("accounts"."indexed_information_day" between "accounts"."last_information_day" - 7 and "accounts"."last_information_day"),
	CONSTRAINT "accounts_mark" CHECK (("accounts"."marked_on" is null) = ("accounts"."cause" is null) and ("accounts"."root_id" is not null) = ("accounts"."cause" is not distinct from 'parent')),
	CONSTRAINT "accounts_cause" CHECK ("accounts"."cause" in ('inactivity', 'expiry', 'parent')),
	CONSTRAINT "accounts_holds" CHECK ("accounts"."holds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "collections_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "collections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holds" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"until" date,
	"by" text NOT NULL,
	"since" timestamptz(3) NOT NULL,
	CONSTRAINT "holds_pk" PRIMARY KEY("workspace_id","kind","entity_id")
);
--> statement-breakpoint
ALTER TABLE "holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "objects" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_information_at" timestamptz(3) NOT NULL,
	"last_information_type" text NOT NULL,
	"last_information_day" date GENERATED ALWAYS AS (((last_information_at at time zone 'UTC')::date)) STORED NOT NULL,
	"indexed_information_day" date NOT NULL,
	"marked_on" date,
	"cause" text,
	"holds" integer DEFAULT 0 NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (left(lower(coalesce(name, external_id)), 200)) STORED NOT NULL,
	"account_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	CONSTRAINT "objects_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "objects_indexed_day" CHECK ("objects"."indexed_information_day" between "objects"."last_information_day" - 7 and "objects"."last_information_day"),
	CONSTRAINT "objects_mark" CHECK (("objects"."marked_on" is null) = ("objects"."cause" is null) and "objects"."cause" = 'inactivity'),
	CONSTRAINT "objects_holds" CHECK ("objects"."holds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "objects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_information_at" timestamptz(3) NOT NULL,
	"last_information_type" text NOT NULL,
	"last_information_day" date GENERATED ALWAYS AS (((last_information_at at time zone 'UTC')::date)) STORED NOT NULL,
	"indexed_information_day" date NOT NULL,
	"marked_on" date,
	"cause" text,
	"holds" integer DEFAULT 0 NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (left(lower(coalesce(name, external_id)), 200)) STORED NOT NULL,
	"account_id" uuid NOT NULL,
	"named_at" timestamptz(3) NOT NULL,
	"named_order" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "users_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "users_indexed_day" CHECK ("users"."indexed_information_day" between "users"."last_information_day" - 7 and "users"."last_information_day"),
	CONSTRAINT "users_mark" CHECK (("users"."marked_on" is null) = ("users"."cause" is null) and "users"."cause" = 'inactivity'),
	CONSTRAINT "users_holds" CHECK ("users"."holds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"rate_per_second" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "directory" (
	"workspace_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"service_id" text NOT NULL,
	"name" text NOT NULL,
	"test_clock" boolean NOT NULL,
	"last_run_day" date,
	CONSTRAINT "directory_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"role" text NOT NULL,
	"extra_permissions" text[] NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("person_id","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "open_runs" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "open_runs_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_attempts_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workers_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"workspace_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"rule" text,
	"entity" text,
	"from" jsonb,
	"to" jsonb,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("workspace_id","number")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"workspace_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_heads_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "daily_runs" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"cursor" jsonb,
	"chunks" integer DEFAULT 0 NOT NULL,
	"step_rows" integer[] NOT NULL,
	"marked" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lifted" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"purged" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expected" jsonb NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"finished_at" timestamptz(3),
	"lease_holder" uuid,
	"lease_until" timestamp (3) with time zone,
	"began_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "daily_runs_pk" PRIMARY KEY("workspace_id","day"),
	CONSTRAINT "daily_runs_state" CHECK ("daily_runs"."state" in ('running', 'waiting', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "daily_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "run_effects" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"chunk" integer NOT NULL,
	"entity_id" uuid NOT NULL,
	"effect" text NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"member" text,
	"cause" text,
	CONSTRAINT "run_effects_pk" PRIMARY KEY("workspace_id","day","chunk","effect","entity_id")
);
--> statement-breakpoint
ALTER TABLE "run_effects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "idempotent_answers_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotent_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policies" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"days" integer,
	"inherits" boolean NOT NULL,
	"mode" text,
	"since" timestamptz(3),
	"set_by" text,
	"set_at" timestamptz(3),
	CONSTRAINT "policies_pk" PRIMARY KEY("workspace_id","kind"),
	CONSTRAINT "policies_days" CHECK ("policies"."days" between 1 and 3650),
	CONSTRAINT "policies_mode" CHECK ("policies"."mode" in ('included', 'late') and "policies"."since" is not null or "policies"."mode" is null and "policies"."since" is null)
);
--> statement-breakpoint
ALTER TABLE "policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"plan" text NOT NULL,
	"extended_retention" boolean NOT NULL,
	"quota" integer,
	"created_at" timestamptz(3) NOT NULL,
	"test_clock_at" timestamptz(3),
	"advance_holder" uuid,
	"advance_until" timestamp (3) with time zone,
	"initialized_at" timestamptz(3),
	"breaker_share" integer DEFAULT 20 NOT NULL,
	"breaker_floor" integer DEFAULT 100 NOT NULL,
	"marking_paused" boolean DEFAULT false NOT NULL,
	"purging_paused" boolean DEFAULT false NOT NULL,
	"archived_blocks" boolean DEFAULT true NOT NULL,
	CONSTRAINT "workspaces_pk" PRIMARY KEY("id"),
	CONSTRAINT "workspaces_plan" CHECK ("workspaces"."plan" in ('free_trial', 'non_paying', 'paying')),
	CONSTRAINT "workspaces_quota" CHECK ("workspaces"."quota" >= 0),
	CONSTRAINT "workspaces_breaker" CHECK ("workspaces"."breaker_share" between 1 and 100 and "workspaces"."breaker_floor" >= 1)
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage" ADD CONSTRAINT "usage_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objects" ADD CONSTRAINT "objects_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objects" ADD CONSTRAINT "objects_collection_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "touchpoints_of_account" ON "touchpoints" USING btree ("workspace_id","account_id","at","id");--> statement-breakpoint
CREATE INDEX "usage_of_user" ON "usage" USING btree ("workspace_id","user_id") WHERE user_id <> '00000000-0000-0000-0000-000000000000';--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_external_id" ON "accounts" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "accounts_of_parent" ON "accounts" USING btree ("workspace_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "accounts_due" ON "accounts" USING btree ("workspace_id","indexed_information_day","id") WHERE marked_on is null and holds = 0;--> statement-breakpoint
CREATE INDEX "accounts_expiring" ON "accounts" USING btree ("workspace_id","indexed_information_day","id") WHERE marked_on is null and holds = 0 and contract_status in ('free', 'unknown');--> statement-breakpoint
CREATE INDEX "accounts_marked" ON "accounts" USING btree ("workspace_id","marked_on","id") WHERE marked_on is not null;--> statement-breakpoint
CREATE INDEX "accounts_along" ON "accounts" USING btree ("workspace_id","root_id") WHERE root_id is not null;--> statement-breakpoint
CREATE INDEX "accounts_on_hold" ON "accounts" USING btree ("workspace_id","id") WHERE holds > 0;--> statement-breakpoint
CREATE INDEX "accounts_sorted" ON "accounts" USING btree ("workspace_id","sort_name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "collections_by_name" ON "collections" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "holds_ending" ON "holds" USING btree ("workspace_id","until") WHERE until is not null;--> statement-breakpoint
CREATE INDEX "holds_of_account" ON "holds" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "objects_by_external_id" ON "objects" USING btree ("workspace_id","account_id","collection_id","external_id");--> statement-breakpoint
CREATE INDEX "objects_due" ON "objects" USING btree ("workspace_id","collection_id","indexed_information_day","id") WHERE marked_on is null and holds = 0;--> statement-breakpoint
CREATE INDEX "objects_marked" ON "objects" USING btree ("workspace_id","collection_id","marked_on","id") WHERE marked_on is not null;--> statement-breakpoint
CREATE INDEX "objects_on_hold" ON "objects" USING btree ("workspace_id","id") WHERE holds > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_external_id" ON "users" USING btree ("workspace_id","account_id","external_id");--> statement-breakpoint
CREATE INDEX "users_of_any_account" ON "users" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "users_due" ON "users" USING btree ("workspace_id","indexed_information_day","id") WHERE marked_on is null and holds = 0;--> statement-breakpoint
CREATE INDEX "users_marked" ON "users" USING btree ("workspace_id","marked_on","id") WHERE marked_on is not null;--> statement-breakpoint
CREATE INDEX "users_on_hold" ON "users" USING btree ("workspace_id","id") WHERE holds > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_of_workspace" ON "api_keys" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "directory_slug" ON "directory" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "directory_service_id" ON "directory" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "memberships_of_workspace" ON "memberships" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_recent" ON "sign_in_attempts" USING btree ("subject","at");--> statement-breakpoint
CREATE POLICY "tasks_of_workspace" ON "tasks" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "touchpoints_of_workspace" ON "touchpoints" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "usage_of_workspace" ON "usage" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_of_workspace" ON "accounts" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "collections_of_workspace" ON "collections" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "holds_of_workspace" ON "holds" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "objects_of_workspace" ON "objects" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "users_of_workspace" ON "users" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_entries_of_workspace" ON "audit_entries" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_heads_of_workspace" ON "audit_heads" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "daily_runs_of_workspace" ON "daily_runs" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "run_effects_of_workspace" ON "run_effects" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotent_answers_of_workspace" ON "idempotent_answers" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "policies_of_workspace" ON "policies" AS PERMISSIVE FOR ALL TO "perennial_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "workspaces_of_workspace" ON "workspaces" AS PERMISSIVE FOR ALL TO "perennial_app" USING (id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.workspace_id', true), '')::uuid);