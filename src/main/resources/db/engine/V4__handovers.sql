-- Tasks that passed from one person to another by order of a coordinator or an administrator: who ordered it, in which
-- role, why, and what became of the draft. Accounts and roles only, no names. Nothing here is ever changed or removed.

create table semai.handover (
    id bigint generated always as identity primary key,
    batch uuid not null,
    at timestamptz not null,
    actor varchar(255) not null,
    actor_role text not null check (actor_role in ('coordinator', 'administrator')),
    giver varchar(255) not null,
    receiver varchar(255) not null check (receiver <> giver),
    reason text not null check (reason in ('left', 'plt', 'plh', 'other')),
    note text check (reason <> 'other' or note is not null),
    task varchar(64) not null,
    task_key varchar(255) not null,
    task_name text not null,
    process_instance varchar(64) not null,
    case_id varchar(255) not null,
    unit text not null,
    stage text,
    draft text not null check (draft in ('none', 'moved', 'kept'))
);
comment on table semai.handover is 'One row a task handed over; rows of one order share their batch.';
comment on column semai.handover.case_id is 'Id of the innovation, or of the workshop';
comment on column semai.handover.draft is
    'moved: the receiver goes on with it; kept: the receiver had one already, so each has still got their own';

create index handover_unit on semai.handover (unit, id desc);
create index handover_case on semai.handover (case_id, id);
create index handover_four_eyes on semai.handover (process_instance, giver) where draft = 'moved';

create trigger handover_is_append_only before update or delete or truncate on semai.handover
    for each statement execute function semai.refuse_change();

-- Who typed a draft that was handed over; null for one's own, and as soon as something of one's own was typed.
alter table semai.draft add column typed_by varchar(255);

-- Who may still take a file back while they work on its task: who attached it, then whoever the task is handed over to.
alter table semai.evidence add column keeper varchar(255);
update semai.evidence set keeper = person;
alter table semai.evidence alter column keeper set not null;
