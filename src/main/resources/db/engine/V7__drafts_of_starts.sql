-- A start form has no task yet: its draft hangs on the process, by its key, and goes when its person starts it.
alter table semai.draft
    drop constraint draft_pkey,
    alter column task drop not null,
    add column process varchar(255),
    add check ((task is null) <> (process is null)),
    add unique (task, person),
    add unique (process, person);
