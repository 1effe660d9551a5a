drop function search_accounts(uuid, text);--> statement-breakpoint
-- Search by name (three characters or more: anywhere in it; fewer: its beginning) or by the beginning of the identifier; of each at most so many,
-- so that a word which most accounts have costs no more than another. Runs as its owner: under a row policy `ilike` may not use an index,
-- so the workspace is a condition here. Materialized: with a limit in sight the planner would rather read every account than the index.
create function search_accounts(wanted_workspace uuid, needle text, at_most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with anywhere as materialized (
    select id from accounts
      where workspace_id = wanted_workspace and char_length(needle) >= 3
        and name ilike '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  )
  (select id from anywhere limit at_most)
  union
  (select id from accounts
    where workspace_id = wanted_workspace and sort_name >= lower(needle) and sort_name < lower(needle) || chr(1114111) limit at_most)
  union
  (select id from accounts
    where workspace_id = wanted_workspace and external_id >= needle and external_id < needle || chr(1114111) limit at_most);
end;--> statement-breakpoint
revoke all on function search_accounts(uuid, text, integer) from public;--> statement-breakpoint
grant execute on function search_accounts(uuid, text, integer) to perennial_app;
