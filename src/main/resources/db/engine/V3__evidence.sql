-- Files that prove what a form says. They belong to the innovation and stay when the task is done.

create table semai.evidence (
    id uuid primary key,
    innovation varchar(64) not null,
    task varchar(64) not null,
    task_name varchar(255) not null,
    name varchar(200) not null,
    type varchar(20) not null,
    size int not null check (size between 1 and 10485760),
    sha256 char(64) not null,
    content bytea not null,
    person varchar(255) not null,
    added_at timestamptz not null,
    unique (task, sha256)
);

create index evidence_of_innovation on semai.evidence (innovation, added_at);

-- What these files hold is compressed already.
alter table semai.evidence alter column content set storage external;
