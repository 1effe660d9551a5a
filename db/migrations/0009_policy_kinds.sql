ALTER TABLE "policies" DROP CONSTRAINT "policies_mode";--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "collection" text GENERATED ALWAYS AS (case when kind in ('accounts', 'users', 'free_accounts') then null else kind end) STORED;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_collection_fk" FOREIGN KEY ("workspace_id","collection") REFERENCES "public"."collections"("workspace_id","name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_inherits" CHECK (not "policies"."inherits" or "policies"."collection" is not null);--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_accepted" CHECK ("policies"."accepted_marks" >= 0);--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_mode" CHECK ("policies"."mode" in ('included', 'late') and ("policies"."mode" is null) = ("policies"."since" is null));