-- Releases of models are told beside the transitions, each model with a sequence of its own.

create table model (
    process_key   text primary key,
    last_sequence integer not null,
    changed_at    timestamptz not null
);
comment on table model is
    'One row a released process. Whoever writes an event of it holds this row''s lock until commit, as with an innovation.';
comment on column model.last_sequence is 'Sequence of the last event about this model';
comment on column model.changed_at is 'Time of its last event; an event''s time never runs backwards';

alter table event drop constraint event_stream_check;
alter table event add constraint event_stream_check check (stream in ('stage-transition', 'unit', 'model'));
comment on column event.key is
    'Key of the record: the innovation''s id, the unit''s code, or "model:" and the process id';
