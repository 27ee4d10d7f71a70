-- Kept inputs that rules or fusion could not bear. After the third try the others go on without it.
create table quarantine (
  stream text not null,
  shard smallint not null,
  seq bigint not null,
  tries int not null,
  why text not null,
  first_at timestamptz not null default clock_timestamp(),
  primary key (stream, shard, seq)
);
