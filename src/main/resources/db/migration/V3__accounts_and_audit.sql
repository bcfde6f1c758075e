-- What the engine's accounts lack, and who did what. The accounts themselves are the engine's (act_id_user).

create table account (
    id          varchar(255) primary key,
    generation  integer not null default 0,
    must_change boolean not null default false
);
comment on table account is 'What Semai keeps of an account; without a row: generation 0, nothing to change.';
comment on column account.generation is
    'Each session carries the number of its login; raised by logout and by a new password, so that every session before is '
    'void on every node.';
comment on column account.must_change is 'Somebody else knows the password, who set it; it is good for choosing another one only';

create table login_door (
    door       text primary key,
    failures   integer not null,
    last_at    timestamptz not null,
    shut_until timestamptz
);
create index login_door_age on login_door (last_at);
comment on table login_door is 'Where wrong passwords came in; a door that is shut for a while says no to right ones as well.';
comment on column login_door.door is
    'Hash of an account, of an address, or of an account at a place where it is at home: what was typed is not kept, it may be a password';

create table familiar_place (
    account varchar(255),
    place   text,
    used_at timestamptz not null,
    primary key (account, place)
);
create index familiar_place_age on familiar_place (used_at);
comment on table familiar_place is 'Addresses and browsers (hashed) from which an account has logged in: strangers cannot shut it out there.';

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    kind    text not null,
    account varchar(255),
    roles   text,
    address text,
    what    text not null,
    subject text,
    details text
);
create index audit_account on audit (account, id desc);
create index audit_kind on audit (kind, id desc);
create index audit_at on audit (at);
comment on table audit is
    'Who did what, from where, append-only: accounts, ids and settings, never names, answers or passwords. SECURITY.md says how '
    'the owner of the database takes even the right to change it from Semai.';
comment on column audit.account is 'Null for Semai itself and for names that are no accounts (they may be passwords typed in the wrong field)';
comment on column audit.roles is 'The groups of the account at that moment';

create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();
