ALTER TABLE "workspaces" ADD COLUMN "marking_paused_by" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "marking_paused_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "purging_paused_by" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "purging_paused_at" timestamptz(3);--> statement-breakpoint
-- Pauses that last: the trail says who began them, and when.
update workspaces w set marking_paused_by = begun.actor, marking_paused_at = begun.at
  from (
    select distinct on (workspace_id) workspace_id, actor, at from audit_entries
      where action = 'pause.set' and "from"->>'marking' = 'false' and "to"->>'marking' = 'true'
      order by workspace_id, number desc
  ) begun
  where w.marking_paused and begun.workspace_id = w.id;--> statement-breakpoint
update workspaces w set purging_paused_by = begun.actor, purging_paused_at = begun.at
  from (
    select distinct on (workspace_id) workspace_id, actor, at from audit_entries
      where action = 'pause.set' and "from"->>'purging' = 'false' and "to"->>'purging' = 'true'
      order by workspace_id, number desc
  ) begun
  where w.purging_paused and begun.workspace_id = w.id;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_marking_paused" CHECK (num_nonnulls("workspaces"."marking_paused_by", "workspaces"."marking_paused_at") = 2 * "workspaces"."marking_paused"::integer);--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_purging_paused" CHECK (num_nonnulls("workspaces"."purging_paused_by", "workspaces"."purging_paused_at") = 2 * "workspaces"."purging_paused"::integer);
