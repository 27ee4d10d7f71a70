-- Who may do what, what they did, what was refused, and the assets of the city.

-- Machines. Of the secret only the SHA-256 of the whole token text is kept.
create table token (
  name text primary key,
  hash bytea not null,
  sources text[] not null,
  rights text[] not null,
  receipts_are_incidents boolean not null default false,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

-- People. hash is PBKDF2-HMAC-SHA512 over the NFC form of the password.
create table person (
  name text primary key,
  role text not null,
  salt bytea not null,
  iterations int not null,
  hash bytea not null,
  created_at timestamptz not null default now()
);

-- Sign-ins that are valid on every node. id_hash is the SHA-256 of the cookie's value.
create table session (
  id_hash bytea primary key,
  person text not null references person (name) on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index session_person on session (person);

-- Wrong sign-ins of the last minute, by a hash of the name and of the address, on all nodes.
create table sign_in_try (
  id bigint generated always as identity primary key,
  key bytea not null,
  at timestamptz not null default now()
);
create index sign_in_try_key on sign_in_try (key, at);
create index sign_in_try_at on sign_in_try (at);

-- The audit log: each row's hash covers the row before it. audit_head tells when the end is cut off.
create table audit (
  n bigint primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  object text not null,
  detail text not null,
  hash bytea not null
);
create index audit_at on audit (at);

create table audit_head (
  one boolean primary key default true check (one),
  n bigint not null,
  hash bytea not null
);
insert into audit_head (n, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Length before text, so that no two rows have the same form whatever the texts hold.
create function audit_part(value text) returns text language sql immutable as $$
  select octet_length(convert_to(value, 'UTF8')) || ':' || value
$$;

create function audit_hash(previous bytea, n bigint, at timestamptz, who text, what text,
  object text, detail text) returns bytea language sql immutable as $$
  select sha256(previous || convert_to(
    n || '|' || (extract(epoch from at) * 1000000)::bigint || '|' || audit_part(who)
      || audit_part(what) || audit_part(object) || audit_part(detail), 'UTF8'))
$$;

-- Locks the head until the caller's transaction ends: rows are chained in the order they commit. It
-- runs as the owner, because the application may append and read, nothing else.
create function audit_append(who text, what text, object text, detail text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head%rowtype;
  now_at timestamptz := clock_timestamp();
  next_hash bytea;
begin
  select * into strict head from audit_head for update;
  next_hash := audit_hash(head.hash, head.n + 1, now_at, who, what, object, detail);
  insert into audit values (head.n + 1, now_at, who, what, object, detail, next_hash);
  update audit_head set n = head.n + 1, hash = next_hash;
  return head.n + 1;
end
$$;

revoke insert, update, delete on audit, audit_head from "${appUser}";

-- What feeds sent that was refused: how often, and the last ones.
create table rejection_count (
  source text not null,
  field text not null,
  reason text not null,
  count bigint not null,
  last_at timestamptz not null,
  primary key (source, field, reason)
);

create table rejection_sample (
  n bigint generated always as identity primary key,
  at timestamptz not null,
  source text not null,
  field text not null,
  reason text not null,
  sample text not null
);

-- The assets. version is the register's at the asset's last change.
create table asset (
  id text primary key,
  kind text not null,
  version bigint not null,
  feature text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index asset_version_of on asset (version);

create table asset_version (
  id text not null,
  version bigint not null,
  kind text not null,
  feature text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (id, version)
);

create table asset_register (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into asset_register (version) values (0);
revoke update, delete on asset_version from "${appUser}";
