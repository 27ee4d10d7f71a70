-- The stream: CityEvent -> Alarm -> Incident. The owner role runs this; nodes have DML only.

-- Who may write what. Shards 0..5 own the events by thing; shard -1 is the city's fusion.
create table shard_lease (
  shard int primary key,
  owner text,
  epoch bigint not null default 0,
  expires_at timestamptz not null default '-infinity'
);
-- Makes epoch a key column: writers' FOR KEY SHARE keeps an epoch from changing under them, yet
-- lets renewals pass, which change none.
create unique index shard_lease_epoch on shard_lease (shard, epoch);
insert into shard_lease (shard) select generate_series(-1, 5);

-- Nodes that breathe, for a fair share of the leases.
create table node (
  node_id text primary key,
  seen_at timestamptz not null
);

-- Telemetry. One partition a day of observation; a day is dropped whole.
create table event (
  day date not null,
  shard smallint not null,
  seq bigint not null,
  source text not null,
  event_id text not null,
  observed_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  body text not null,
  primary key (source, event_id, day)
) partition by range (day);
create index event_by_shard on event (shard, seq);

create table event_day (
  day date primary key,
  last_used_at timestamptz not null
);

-- Makes the day's partition when it is missing and notes that the day is in use.
create function ensure_event_day(wanted date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'event_' || to_char(wanted, 'YYYYMMDD');
begin
  update event_day set last_used_at = clock_timestamp() where day = wanted;
  if found then return; end if;
  perform pg_advisory_xact_lock(7250001);
  if exists (select 1 from event_day where day = wanted) then return; end if;
  perform set_config('lock_timeout', '1s', true);
  -- Attaching a finished table does not stop writers of other days, creating it in place would.
  execute format('create table %I (like event including all)', name);
  execute format('alter table event attach partition %I for values from (%L) to (%L)', name, wanted, wanted + 1);
  insert into event_day values (wanted, clock_timestamp())
    on conflict (day) do update set last_used_at = clock_timestamp();
end $$;

-- Bytes and rows (estimated) of each kept day.
create view event_kept as
  select d.day, d.last_used_at, pg_total_relation_size(c.oid) as bytes, greatest(c.reltuples, 0)::bigint as rows
  from event_day d join pg_class c on c.relname = 'event_' || to_char(d.day, 'YYYYMMDD');

-- Drops days nobody has written to for the kept time, then the longest unused while there is too much.
create function drop_old_event_days(keep interval, max_bytes bigint) returns setof date
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old record;
  total bigint;
begin
  perform set_config('lock_timeout', '1s', true);
  for old in select day, last_used_at, bytes from event_kept order by last_used_at, day loop
    select coalesce(sum(bytes), 0) into total from event_kept;
    continue when old.last_used_at >= clock_timestamp() - keep
      and (total <= max_bytes or old.last_used_at >= clock_timestamp() - interval '2 hours');
    execute format('drop table %I', 'event_' || to_char(old.day, 'YYYYMMDD'));
    delete from event_day where day = old.day;
    return next old.day;
  end loop;
end $$;

-- Calls and help signals: kept for good, globally unique. The same id with other content is kept and flagged.
create table call_event (
  source text not null,
  event_id text not null,
  content_hash bytea not null,
  shard smallint not null,
  seq bigint not null,
  subject text not null,
  revision int not null,
  observed_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  conflict boolean not null,
  receipts_are_incidents boolean not null,
  body text not null,
  personal bytea,
  primary key (source, event_id, content_hash),
  unique (shard, seq)
);
create index call_event_by_subject on call_event (source, subject, revision);

-- One key a case encrypts its personal fields; deleting the row destroys them.
create table case_key (
  source text not null,
  subject text not null,
  key bytea not null,
  primary key (source, subject)
);

-- What judging a shard's events produced, read by fusion with one cursor a shard.
create table judgement (
  shard smallint not null,
  seq bigint not null,
  key text not null unique,
  body text not null,
  judged_at timestamptz not null default clock_timestamp(),
  primary key (shard, seq)
);

-- How far a shard is judged, with the rules' state at that point.
create table shard_checkpoint (
  shard smallint primary key,
  judged_seq bigint not null,
  state text not null
);

-- Fusion's numbered inputs and the changes they caused.
create table fusion_input (
  no bigint primary key,
  at timestamptz not null,
  body text not null
);
create table incident_change (
  seq bigint primary key,
  input_no bigint not null,
  incident_id text not null,
  revision int not null,
  at timestamptz not null,
  body text not null,
  unique (incident_id, revision)
);

-- The latest summary of each incident, derived from the log in the same commit.
create table incident (
  id text primary key,
  state text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  lat_deg double precision,
  lon_deg double precision,
  seq bigint not null,
  summary text not null
);
create index incident_open on incident (opened_at desc) where state = 'open';
create index incident_by_seq on incident (seq);

-- Where fusion is in its inputs, with the city rules' state.
create table fusion_checkpoint (
  city int primary key default 0 check (city = 0),
  input_no bigint not null,
  judgement_seqs bigint[] not null,
  call_seqs bigint[] not null,
  state text not null
);
