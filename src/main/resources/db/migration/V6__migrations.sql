-- Orders to move running instances to another version of their process. The engine moves an instance, the journal tells of
-- it and its row here says so in one transaction.

create table migration (
    id uuid primary key,
    process text not null,
    from_definition varchar(64) not null,
    from_version integer not null,
    to_definition varchar(64) not null,
    to_version integer not null,
    digest char(64) not null,
    ordered_by varchar(255),
    ordered_at timestamptz not null default now(),
    state text not null default 'running' check (state in ('running', 'paused', 'done')),
    finished_at timestamptz,
    check ((finished_at is null) = (state <> 'done'))
);
create unique index migration_under_way on migration (from_definition) where state <> 'done';
comment on column migration.ordered_by is 'Account; null for Semai itself, after a release';

create table migration_instance (
    migration uuid not null references migration,
    instance varchar(64) not null,
    innovation text,
    state text not null default 'waiting' check (state in ('waiting', 'moved', 'stays', 'ended', 'failed')),
    reason text,
    tries integer not null default 0,
    next_try_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (migration, instance),
    check ((settled_at is null) = (state = 'waiting'))
);
create index migration_instance_waiting on migration_instance (next_try_at) where state = 'waiting';
create index migration_instance_state on migration_instance (migration, state, instance);
comment on table migration_instance is
    'One row an instance. Whoever moves it holds this row''s lock until all of it is committed, so no two nodes move the same one.';
comment on column migration_instance.state is
    'ended: by itself, before its turn came; failed: tried again and again, the reason is the last one';
