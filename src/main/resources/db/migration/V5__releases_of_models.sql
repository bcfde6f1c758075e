-- What was released of the folder processes/, and what each node's folder holds.

create table model_release (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('process', 'decision', 'form')),
    model         text not null,
    version       integer not null,
    deployment_id text not null,
    definition_id text not null,
    meaning       text not null,
    checksum      text not null,
    files         jsonb not null,
    origin        text not null check (origin in ('start', 'folder', 'upload', 'deployment', 'rollback')),
    released_by   text,
    node          text not null,
    released_at   timestamptz not null default clock_timestamp()
);
create unique index model_release_once on model_release (kind, model, meaning)
    where origin in ('start', 'folder', 'upload');
create index model_release_of_model on model_release (kind, model, id desc);

comment on table model_release is
    'Each version of a process with what is deployed with it, or of a decision or form that is deployed by itself. A row is '
    'written in the transaction of the deployment and of the event.';
comment on column model_release.model is 'Id of the process, decision or form';
comment on column model_release.version is 'The engine''s; may come again after a deployment was deleted';
comment on column model_release.meaning is 'Digest of what it and all that is deployed with it mean';
comment on column model_release.checksum is 'Digest of the bytes of the same';
comment on column model_release.files is 'Names of the files, each with the SHA-256 of its bytes';
comment on column model_release.released_by is 'Account; null for the folder and for what was there before this table';
comment on index model_release_once is
    'However many nodes see a content in their folders, it is released once; only a rollback brings it again.';

create trigger model_release_is_append_only before update or delete or truncate on model_release
    for each statement execute function refuse_change();

create table model_folder (
    node    text,
    kind    text,
    model   text,
    meaning text not null,
    seen_at timestamptz not null default clock_timestamp(),
    primary key (node, kind, model)
);
comment on table model_folder is 'What each node''s folder holds, so that different folders are noticed.';
comment on column model_folder.seen_at is 'Renewed while the node runs; what is old belongs to a node that is gone';
