-- What ails the platform though it runs, for the pages to say.

-- Ids of the rules that are switched off in the kept state.
alter table shard_checkpoint add column rules_off text[] not null default '{}';
alter table fusion_checkpoint add column rules_off text[] not null default '{}';

-- How far a node's clock is ahead of the store's, by its last beat; negative when behind.
alter table node add column clock_ahead_ms bigint not null default 0;
