-- An entity's row is rewritten in place by most signals: room on its page keeps those updates out of every index.
alter table accounts set (fillfactor = 85);--> statement-breakpoint
alter table users set (fillfactor = 85);--> statement-breakpoint
alter table objects set (fillfactor = 85);--> statement-breakpoint
create index accounts_searched on accounts using gin (workspace_id, name gin_trgm_ops);--> statement-breakpoint
-- Search by name (three characters or more: anywhere in it; fewer: its beginning) or by the beginning of the identifier.
-- Runs as its owner: under a row policy `ilike` may not use an index, so the workspace is a condition here.
create function search_accounts(wanted_workspace uuid, needle text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from accounts
    where workspace_id = wanted_workspace and char_length(needle) >= 3
      and name ilike '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  union
  select id from accounts
    where workspace_id = wanted_workspace and sort_name >= lower(needle) and sort_name < lower(needle) || chr(1114111)
  union
  select id from accounts
    where workspace_id = wanted_workspace and external_id >= needle and external_id < needle || chr(1114111);
end;--> statement-breakpoint
revoke all on function search_accounts(uuid, text) from public;--> statement-breakpoint
grant execute on function search_accounts(uuid, text) to perennial_app;--> statement-breakpoint
grant usage on schema public to perennial_app;--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to perennial_app;--> statement-breakpoint
-- The trail is append-only, for the application too.
revoke update, delete on audit_entries from perennial_app;--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to perennial_app;
