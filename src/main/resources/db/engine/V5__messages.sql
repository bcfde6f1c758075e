-- Messages to people about their tasks. The engine knows nothing of them: what there is to tell is found among its
-- committed tasks. No foreign key leads to these, which would make a completion wait for whoever writes here.

create table semai.noted (
    task varchar(64) not null,
    kind text not null check (kind in ('new', 'coming', 'passed')),
    due timestamp not null,
    primary key (task, kind, due)
);
comment on table semai.noted is 'What was found about a task, once and for all of its readers; gone some time after the task.';
comment on column semai.noted.due is 'As the engine keeps it, so that a deadline that moves is told anew; -infinity for a new task';

create table semai.letter (
    id uuid primary key,
    channel text not null,
    person varchar(255) not null,
    written_at timestamptz not null,
    tries int not null default 0,
    next_try_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('sent', 'needless', 'given-up')),
    check ((ended_at is null) = (outcome is null))
);
create index letter_waiting on semai.letter (channel, tries, next_try_at) where ended_at is null;
create index letter_of_person on semai.letter (channel, person, written_at);
comment on table semai.letter is
    'What goes to one person over one channel at one time. Whoever sends it holds this row''s lock until the outcome is '
    'committed, so no two nodes send the same one.';
comment on column semai.letter.outcome is 'needless: by then others had taken or done all of its tasks';

create table semai.message (
    channel text not null,
    person varchar(255) not null,
    task varchar(64) not null,
    kind text not null check (kind in ('new', 'returned', 'coming', 'passed')),
    due timestamp not null,
    letter uuid references semai.letter,
    primary key (channel, person, task, kind, due)
);
create index message_unposted on semai.message (channel, person) where letter is null;
create index message_of_letter on semai.message (letter);
comment on table semai.message is 'One thing to tell one person over one channel; no text, only what it is about.';
comment on column semai.message.letter is 'Null until the moment for a letter has come';
