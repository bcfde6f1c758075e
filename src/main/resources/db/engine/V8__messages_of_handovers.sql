-- Whoever a task is handed over to is told of it.
alter table semai.noted
    drop constraint noted_kind_check,
    add check (kind in ('new', 'handed', 'coming', 'passed'));
comment on column semai.noted.due is
    'As the engine keeps it, so that a deadline that moves is told anew; of a hand-over its time; -infinity for a new task';

alter table semai.message
    drop constraint message_kind_check,
    add check (kind in ('new', 'handed', 'returned', 'coming', 'passed'));

create index handover_task on semai.handover (task);
