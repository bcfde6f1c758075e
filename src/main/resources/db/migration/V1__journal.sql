-- Semai's own tables. Camunda keeps its tables in the schema public of the same database, so that a token's move and
-- the event that tells of it are committed, or rolled back, together.

create table government (
    code      text primary key,
    area_code text not null unique,
    name      text not null,
    zone      text not null
);
comment on table government is 'Pemerintah daerah.';
comment on column government.area_code is 'Area code of the Ministry of Home Affairs: 52.04';
comment on column government.zone is 'Where its deadlines end: Asia/Makassar';

create table unit (
    code          text primary key,
    name          text not null,
    kind          text not null,
    district      text,
    government    text not null references government,
    active        boolean not null,
    last_sequence integer not null default 0
);
create index unit_of_government on unit (government);
comment on table unit is 'Perangkat daerah and unit kerja that may innovate; a dissolved one stays, not active.';
comment on column unit.last_sequence is 'Sequence of the last event about this unit';

create table innovation (
    id            text primary key,
    unit          text not null references unit,
    workshop_id   text,
    cycle_year    integer not null,
    last_sequence integer not null,
    started_at    timestamptz not null,
    changed_at    timestamptz not null,
    finished_at   timestamptz,
    outcome       text
);
comment on table innovation is
    'One row an innovation. Whoever writes an event of it holds this row''s lock until commit: that is what makes its '
    'sequence free of gaps and its events committed in the order of their sequence.';
comment on column innovation.changed_at is 'Time of its last event; an event''s time never runs backwards';
comment on column innovation.finished_at is 'Set by the last event; no event follows';

create table stage_visit (
    innovation       text not null references innovation,
    stage            text not null,
    visit            integer not null,
    entered_at       timestamptz not null,
    entered_sequence integer not null,
    due_at           timestamptz,
    overdue_at       timestamptz,
    left_at          timestamptz,
    left_sequence    integer,
    outcome          text,
    reason           text,
    previous_stage   text,
    primary key (innovation, stage, visit)
);
create unique index stage_visit_open on stage_visit (innovation, stage) where left_sequence is null;
comment on table stage_visit is 'Each stay of an innovation in a stage: visit 2, 3 … after a return.';
comment on index stage_visit_open is 'A stage is open at most once';
comment on column stage_visit.left_sequence is 'Sequence of the event that told of its leaving; null while open';
comment on column stage_visit.outcome is 'How it was left by a normal end; null if it was cancelled';
comment on column stage_visit.reason is 'Why it was cancelled, or why its outcome is what it is';
comment on column stage_visit.previous_stage is 'The stage that was left last before this one was entered';

create table event (
    id          uuid primary key,
    stream      text not null check (stream in ('stage-transition', 'unit')),
    key         text not null,
    sequence    integer not null,
    type        text not null,
    occurred_at timestamptz not null,
    payload     text not null,
    traceparent text,
    unique (stream, key, sequence)
);
comment on table event is 'The journal: every event ever told, append-only.';
comment on column event.stream is 'Which topic it belongs to; configuration says what that topic is called';
comment on column event.key is 'Key of the record: the innovation''s id or the unit''s code';
comment on column event.payload is 'The record''s value, exactly as sent';
comment on column event.traceparent is 'W3C trace context of the request that caused it, if known';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'semai.% is append-only: % refused', tg_table_name, tg_op;
end
$$;
create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
    for each statement execute function refuse_change();

create table unshipped (
    position bigint generated always as identity (cache 1) primary key,
    event    uuid not null references event,
    bytes    integer not null
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
comment on table unshipped is 'What Kafka has not confirmed yet; a row is written with its event and deleted once it is there.';
comment on column unshipped.position is
    'Order of shipping. Positions are taken before commit, so across keys they are no commit order and may appear late; '
    'within a key they are, because events of one key are written one transaction after the other under its row lock.';
comment on column unshipped.bytes is 'Size of the payload, to keep a batch within bounds';

create table relay (
    name         text primary key,
    epoch        bigint not null default 0,
    holder       text,
    held_until   timestamptz,
    batch_number bigint not null default 0,
    batch_id     uuid,
    batch        bigint[]
);
insert into relay (name) values ('relay');
comment on table relay is
    'Which node ships, and the batch it is shipping. The batch''s number and id are committed to Kafka in the transaction '
    'that carries its events, so that whoever takes over can tell a batch that is there from one that is not.';
comment on column relay.epoch is 'Counts the take-overs; a node with an older epoch can neither claim nor forget';
comment on column relay.held_until is 'By the database''s clock; afterwards any node may take over';
comment on column relay.batch is 'Positions of the batch that is claimed and not yet forgotten; null between batches';
