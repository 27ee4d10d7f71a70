-- What keeps tables from growing for ever.

-- The number of the last judgement that the checkpoint's state stands for: what was judged up to
-- there is never judged again, so its rows may go once fusion has read them.
alter table shard_checkpoint add column judgement_seq bigint not null default 0;

-- As before, but a day counts as in use for 20 minutes (writers say so every 5), and never a day that holds what is acknowledged and not yet judged.
create or replace function drop_old_event_days(keep interval, max_bytes bigint) returns setof date
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old record;
  name text;
  total bigint;
  unjudged boolean;
begin
  perform set_config('lock_timeout', '1s', true);
  for old in select day, last_used_at, bytes from event_kept order by last_used_at, day loop
    select coalesce(sum(bytes), 0) into total from event_kept;
    continue when old.last_used_at >= clock_timestamp() - keep
      and (total <= max_bytes or old.last_used_at >= clock_timestamp() - interval '20 minutes');
    name := 'event_' || to_char(old.day, 'YYYYMMDD');
    execute format('select exists (select 1 from shard_lease l left join shard_checkpoint c using (shard) '
      'where exists (select 1 from %I e where e.shard = l.shard and e.seq > coalesce(c.judged_seq, 0)))', name)
      into unjudged;
    continue when unjudged;
    execute format('drop table %I', name);
    delete from event_day where day = old.day;
    return next old.day;
  end loop;
end $$;
