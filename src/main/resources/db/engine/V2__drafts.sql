-- What somebody has typed into the form of an open task. The foreign key makes the engine take it away with the task, in
-- the transaction that completes or deletes it.

create table semai.draft (
    task varchar(64) not null references act_ru_task (id_) on delete cascade,
    person varchar(255) not null,
    answers jsonb not null,
    version int not null,
    saved_at timestamptz not null,
    primary key (task, person)
);
