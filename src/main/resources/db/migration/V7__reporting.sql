-- What the dashboard knows, for Metabase, Superset, Grafana and whoever speaks SQL: tables that Semai copies from its board,
-- and views over them with names that stay. The numbers are those of /dasbor; id.semai.figures.Figures says what they mean.
--
-- Whoever has the role semai_reporting reads the views and nothing else, but there all innovations of all units. It is made
-- here if whoever migrates may make roles. Else the administrator of the database makes it, once, in Semai's database:
--
--   create role semai_reporting nologin;
--   grant usage on schema reporting to semai_reporting;
--   grant select on reporting.innovations, reporting.stage_visits, reporting.units, reporting.transitions,
--       reporting.weekly, reporting.one_agency, reporting.results, reporting.demands, reporting.freshness
--       to semai_reporting;
--
-- and, here or there, an account for each tool:
--
--   create role grafana login password '…' in role semai_reporting;

create schema reporting;

create table reporting.settings (
    only_row boolean primary key default true check (only_row),
    at       bigint,
    zone     text not null default 'Asia/Jakarta'
);
insert into reporting.settings default values;
comment on table reporting.settings is 'What the views take for now, and where weeks begin and years change.';
comment on column reporting.settings.at is 'Milliseconds since 1970; null for the clock of the database';

create table reporting.copied (
    only_row    boolean primary key default true check (only_row),
    at          timestamptz,
    last_event  timestamptz,
    heard_at    timestamptz,
    lag         bigint,
    connected   boolean,
    catching_up boolean,
    events      bigint,
    set_aside   bigint,
    incomplete  bigint
);
insert into reporting.copied default values;
comment on table reporting.copied is 'How fresh the copy is, and what it was copied from.';

create table reporting.name (
    what text not null,
    code text not null,
    name text not null,
    primary key (what, code)
);
comment on table reporting.name is 'What people read for a code: stage, outcome (of an innovation), stage-outcome, reason, kind, instrument.';

create table reporting.unit (
    code            text primary key,
    name            text,
    kind            text,
    kind_name       text,
    district        text,
    government      text not null,
    government_name text,
    active          boolean not null
);

create table reporting.journey (
    id                 text primary key,
    title              text not null,
    title_provisional  boolean not null,
    government         text not null,
    unit               text not null,
    workshop           text,
    cycle_year         integer not null,
    kind               text,
    instrument         text,
    quantity_indicator text,
    quantity_unit      text,
    quantity_before    double precision,
    quantity_target    double precision,
    quantity_after     double precision,
    quality_indicator  text,
    quality_before     double precision,
    quality_target     double precision,
    quality_after      double precision,
    demand_sources     text[] not null,
    demand_names       text[] not null,
    whole              boolean not null,
    steps              integer not null,
    fingerprint        bigint not null
);
comment on table reporting.journey is 'A copy of the board; written by one node at a time, and only there.';
comment on column reporting.journey.demand_names is 'One for each of demand_sources';
comment on column reporting.journey.steps is 'How many rows of reporting.step it has';
comment on column reporting.journey.fingerprint is 'Of these steps: tells those that have grown from those that were read anew';

create table reporting.step (
    journey         text not null references reporting.journey on delete cascade,
    sequence        integer not null,
    what            text not null,
    type            text not null,
    at              bigint not null,
    stage           text,
    visit           integer not null,
    due_at          bigint not null,
    outcome         text,
    reason          text,
    process         text,
    process_version integer not null,
    primary key (journey, sequence)
);
create index step_finished on reporting.step (journey, sequence) where what = 'FINISHED';
comment on column reporting.step.at is 'Milliseconds since 1970, like all times here: a board counts in them, and no number may differ';
comment on column reporting.step.due_at is '0 without a deadline';

-- What a journey's steps come to is computed when they are copied, in the same transaction, from the view told_… into the table
-- of that name. A migration that changes such a view empties reporting.journey, so that all is copied anew.

create table reporting.course (
    journey      text primary key references reporting.journey on delete cascade,
    began        bigint not null,
    begin_known  boolean not null,
    end_sequence integer,
    ended        bigint,
    outcome      text,
    reason       text
);
comment on table reporting.course is 'When a journey began and how it ended.';

create table reporting.stay (
    journey     text not null references reporting.journey on delete cascade,
    stage       text not null,
    visit       integer not null,
    since       bigint not null,
    entry_known boolean not null,
    due         bigint,
    left_at     bigint,
    left_by     text,
    outcome     text,
    reason      text,
    primary key (journey, stage, visit)
);
comment on table reporting.stay is 'A visit of a stage.';

create table reporting.place (
    journey     text primary key references reporting.journey on delete cascade,
    stage       text,
    stage_since bigint,
    open_since  bigint,
    due         bigint,
    last_left   bigint,
    returned    boolean not null,
    late        int8multirange
);
comment on table reporting.place is 'Where a journey is, and has been, by its visits.';
comment on column reporting.place.late is 'When it was overdue';

-- The first step that finishes a journey ends it; nothing counts that comes after.
create view reporting.told_course as
select j.id as journey,
    f.at as began,
    f.what = 'STARTED' as begin_known,
    e.sequence as end_sequence,
    e.at as ended,
    e.outcome,
    e.reason
from reporting.journey j
cross join lateral (
    select at, what from reporting.step where journey = j.id order by sequence limit 1
) f
left join lateral (
    select sequence, at, outcome, reason from reporting.step
    where journey = j.id and what = 'FINISHED' order by sequence limit 1
) e on true;

-- A visit is a stage and a number; what comes after its first leave does not concern it, nor does a second entry.
create view reporting.told_stay as
with told as (
    select s.journey, s.stage, s.visit, s.sequence, s.what, s.at, s.due_at, s.outcome, s.reason, c.ended,
        min(s.sequence) filter (where s.what in ('COMPLETED', 'CANCELLED')) over stay as left_sequence,
        min(s.sequence) filter (where s.what = 'ENTERED') over stay as entered_sequence
    from reporting.step s
    join reporting.course c on c.journey = s.journey
    where s.what in ('ENTERED', 'OVERDUE', 'COMPLETED', 'CANCELLED')
        and s.stage <> ''
        and (c.end_sequence is null or s.sequence < c.end_sequence)
    window stay as (partition by s.journey, s.stage, s.visit)
)
select journey, stage, visit,
    coalesce(max(at) filter (where sequence = entered_sequence), (array_agg(at order by sequence))[1]) as since,
    coalesce(bool_or(sequence = entered_sequence), false) as entry_known,
    (array_agg(case when what = 'OVERDUE' and due_at = 0 then at else due_at end order by sequence) filter (
        where (due_at <> 0 or what = 'OVERDUE') and (what <> 'ENTERED' or sequence = entered_sequence)))[1] as due,
    coalesce(max(at) filter (where sequence = left_sequence), max(ended)) as left_at,
    max(what) filter (where sequence = left_sequence) as left_by,
    max(outcome) filter (where sequence = left_sequence) as outcome,
    max(reason) filter (where sequence = left_sequence) as reason
from told
where left_sequence is null or sequence <= left_sequence
group by journey, stage, visit;

create view reporting.told_place as
select journey,
    (array_agg(stage order by length(replace(stage, '.', '')) - length(stage), since desc, stage collate "C" desc)
        filter (where left_at is null))[1] as stage,
    (array_agg(since order by length(replace(stage, '.', '')) - length(stage), since desc, stage collate "C" desc)
        filter (where left_at is null))[1] as stage_since,
    min(since) filter (where left_at is null) as open_since,
    min(due) filter (where left_at is null) as due,
    max(left_at) as last_left,
    bool_or(visit > 1) as returned,
    range_agg(int8range(greatest(since, due + 1), left_at)) filter (
        where due is not null and (left_at is null or greatest(since, due + 1) < left_at)) as late
from reporting.stay
group by journey;

create view reporting.present as
select coalesce(at, floor(extract(epoch from statement_timestamp()) * 1000)::bigint) as now, zone
from reporting.settings;

create view reporting.government as
select government as code, max(government_name) as name
from reporting.unit
group by government;

-- Outer joins, also where there is always a row: what nobody asks for is not joined then.
create view reporting.innovations as
select j.id as innovation,
    j.title,
    j.title_provisional,
    j.government,
    g.name as government_name,
    j.unit,
    u.name as unit_name,
    u.district,
    j.cycle_year,
    j.kind,
    coalesce(kind.name, j.kind) as kind_name,
    j.workshop,
    to_timestamp(c.began / 1000.0) as began_at,
    c.begin_known,
    to_timestamp(c.ended / 1000.0) as finished_at,
    c.ended is null as open,
    c.outcome,
    coalesce(outcome.name, c.outcome) as outcome_name,
    c.reason,
    coalesce(reason.name, c.reason) as reason_name,
    v.stage,
    coalesce(stage.name, v.stage) as stage_name,
    to_timestamp(v.stage_since / 1000.0) as stage_since,
    case when c.ended is null
        then to_timestamp(coalesce(v.open_since, v.last_left, c.began) / 1000.0) end as main_stage_since,
    to_timestamp(v.due / 1000.0) as due_at,
    coalesce(v.due < p.now, false) as overdue,
    coalesce(v.returned, false) as returned,
    (greatest(0, case when c.ended is not null then c.ended - c.began
        else p.now - coalesce(v.stage_since, v.last_left, c.began) end) / 86400000)::integer as days,
    greatest(0, coalesce(c.ended, p.now) - c.began) / 86400000::double precision as days_in_all,
    j.instrument,
    coalesce(instrument.name, j.instrument) as instrument_name,
    j.steps as events,
    j.whole as complete
from reporting.journey j
cross join reporting.present p
left join reporting.course c on c.journey = j.id
left join reporting.place v on v.journey = j.id
left join reporting.unit u on u.code = j.unit
left join reporting.government g on g.code = j.government
left join reporting.name kind on kind.what = 'kind' and kind.code = j.kind
left join reporting.name outcome on outcome.what = 'outcome' and outcome.code = c.outcome
left join reporting.name reason on reason.what = 'reason' and reason.code = c.reason
left join reporting.name stage on stage.what = 'stage' and stage.code = v.stage
left join reporting.name instrument on instrument.what = 'instrument' and instrument.code = j.instrument;

create view reporting.stage_visits as
select s.journey as innovation,
    j.government,
    j.unit,
    j.cycle_year,
    j.kind,
    s.stage,
    coalesce(stage.name, s.stage) as stage_name,
    substring(s.stage from '^.[^.]*') as main_stage,
    coalesce(main_stage.name, substring(s.stage from '^.[^.]*')) as main_stage_name,
    s.visit,
    to_timestamp(s.since / 1000.0) as entered_at,
    s.entry_known,
    to_timestamp(s.due / 1000.0) as due_at,
    to_timestamp(s.left_at / 1000.0) as left_at,
    s.left_at is null as open,
    coalesce(s.left_by = 'COMPLETED', false) as completed,
    coalesce(s.left_by = 'CANCELLED', false) as cancelled,
    s.outcome,
    coalesce(outcome.name, s.outcome) as outcome_name,
    s.reason,
    coalesce(reason.name, s.reason) as reason_name,
    coalesce(s.left_at is null and s.due < p.now, false) as overdue,
    coalesce(s.due < coalesce(s.left_at, p.now), false) as was_overdue,
    case when s.entry_known and s.left_by is not null
        then greatest(0, s.left_at - s.since) / 86400000::double precision end as days
from reporting.stay s
cross join reporting.present p
left join reporting.journey j on j.id = s.journey
left join reporting.name stage on stage.what = 'stage' and stage.code = s.stage
left join reporting.name main_stage on main_stage.what = 'stage' and main_stage.code = substring(s.stage from '^.[^.]*')
left join reporting.name outcome on outcome.what = 'stage-outcome' and outcome.code = s.outcome
left join reporting.name reason on reason.what = 'reason' and reason.code = s.reason;

create view reporting.units as
with numbers as (
    select i.unit,
        min(i.government) as government,
        count(*) as innovations,
        count(*) filter (where i.open) as open,
        count(*) filter (where i.overdue) as overdue,
        count(*) filter (where i.outcome = 'adopted') as adopted,
        count(*) filter (where i.outcome = 'stopped') as stopped,
        count(*) filter (where not i.title_provisional
            and (i.outcome is null or i.outcome not in ('declined', 'withdrawn', 'cancelled'))
            and i.cycle_year = extract(year from to_timestamp(p.now / 1000.0) at time zone p.zone)) as this_year
    from reporting.innovations i
    cross join reporting.present p
    group by i.unit
)
select coalesce(u.code, n.unit) as unit,
    coalesce(u.name, n.unit) as name,
    u.kind,
    u.kind_name,
    u.district,
    coalesce(u.government, n.government) as government,
    coalesce(u.government_name, g.name) as government_name,
    coalesce(u.active, false) as active,
    coalesce(n.this_year, 0)::integer as this_year,
    coalesce(n.innovations, 0)::integer as innovations,
    coalesce(n.open, 0)::integer as open,
    coalesce(n.overdue, 0)::integer as overdue,
    coalesce(n.adopted, 0)::integer as adopted,
    coalesce(n.stopped, 0)::integer as stopped
from reporting.unit u
full join numbers n on n.unit = u.code
left join reporting.government g on g.code = coalesce(u.government, n.government)
where u.active or n.innovations > 0;

create view reporting.transitions as
select s.journey as innovation,
    s.sequence,
    j.government,
    j.unit,
    to_timestamp(s.at / 1000.0) as at,
    lower(s.what) as what,
    s.type,
    s.stage,
    coalesce(stage.name, s.stage) as stage_name,
    nullif(s.visit, 0) as visit,
    to_timestamp(nullif(s.due_at, 0) / 1000.0) as due_at,
    s.outcome,
    coalesce(outcome.name, s.outcome) as outcome_name,
    s.reason,
    coalesce(reason.name, s.reason) as reason_name,
    s.process,
    s.process_version,
    c.end_sequence is null or s.sequence <= c.end_sequence as counts
from reporting.step s
left join reporting.journey j on j.id = s.journey
left join reporting.course c on c.journey = s.journey
left join reporting.name stage on stage.what = 'stage' and stage.code = s.stage
left join reporting.name outcome on outcome.what = case s.what when 'FINISHED' then 'outcome' else 'stage-outcome' end
    and outcome.code = s.outcome
left join reporting.name reason on reason.what = 'reason' and reason.code = s.reason;

-- Weeks have numbers from 1. Of a span that goes from one moment to before another, the weeks at whose end it goes on are
-- those from the first that ends no earlier than it begins to the last that ends before it does.
create view reporting.weekly as
with bounds as (
    select p.now, p.zone,
        date_trunc('week', to_timestamp(p.now / 1000.0) at time zone p.zone) as newest,
        date_trunc('week', to_timestamp(least(p.now, c.began) / 1000.0) at time zone p.zone) as oldest
    from reporting.present p
    cross join (select min(began) as began from reporting.course having count(*) > 0) c
),
weeks as materialized (
    select number, monday::date as monday,
        (extract(epoch from monday at time zone zone) * 1000)::bigint as begins,
        least(now, (extract(epoch from (monday + interval '7 days') at time zone zone) * 1000)::bigint - 1) as ends
    from bounds
    cross join lateral generate_series(greatest(oldest, newest - interval '364 days'), newest, interval '7 days')
        with ordinality as mondays (monday, number)
),
calendar as materialized (
    select min(begins) - 1 || array_agg(ends order by number) as ends from weeks
),
courses as materialized (
    select width_bucket(c.began - 1, w.ends) as began,
        case when c.ended is not null then width_bucket(c.ended - 1, w.ends) end as ended,
        c.outcome = 'adopted' as adopted,
        count(*) as innovations
    from reporting.course c
    cross join calendar w
    group by 1, 2, 3
),
late as materialized (
    select width_bucket(lower(span) - 1, w.ends) as began,
        width_bucket(upper(span) - 1, w.ends) - 1 as ended,
        count(*) as innovations
    from reporting.place
    cross join calendar w
    cross join lateral unnest(late) as span
    group by 1, 2
)
select w.monday as week,
    to_timestamp(w.ends / 1000.0) as until,
    coalesce(sum(innovations) filter (where began = number), 0)::integer as started,
    coalesce(sum(innovations) filter (where ended = number), 0)::integer as finished,
    coalesce(sum(innovations) filter (where ended = number and adopted), 0)::integer as adopted,
    coalesce(sum(innovations) filter (where began <= number and (ended is null or number < ended)), 0)::integer as open,
    (select coalesce(sum(l.innovations), 0) from late l
        where l.began <= w.number and (l.ended is null or w.number <= l.ended))::integer as overdue
from weeks w
cross join courses
group by w.number, w.monday, w.ends
order by w.monday;

create view reporting.one_agency as
with years as (
    select extract(year from to_timestamp(now / 1000.0) at time zone zone)::integer as year from reporting.present
    union
    select cycle_year from reporting.journey
),
counted as (
    select j.unit, j.cycle_year, count(*) as innovations
    from reporting.journey j
    join reporting.course c on c.journey = j.id
    where not j.title_provisional and (c.outcome is null or c.outcome not in ('declined', 'withdrawn', 'cancelled'))
    group by j.unit, j.cycle_year
)
select y.year,
    u.government,
    max(u.government_name) as government_name,
    count(*)::integer as units,
    (count(*) filter (where c.innovations is null))::integer as without,
    (count(*) filter (where c.innovations = 1))::integer as with_one,
    (count(*) filter (where c.innovations > 1))::integer as with_more
from years y
cross join reporting.unit u
left join counted c on c.unit = u.code and c.cycle_year = y.year
where u.active
group by y.year, u.government;

create view reporting.results as
select j.id as innovation,
    j.title,
    j.government,
    j.unit,
    j.cycle_year,
    j.kind,
    c.outcome,
    d.dimension,
    case d.dimension when 'quantity' then 'Kuantitas' else 'Kualitas' end as dimension_name,
    d.indicator,
    d.measure,
    d.before,
    d.target,
    d.after,
    d.before is not null and d.after is not null as measured,
    coalesce(d.target < d.before, false) as less_is_better,
    coalesce(case when d.before is null then false
        when d.target < d.before then d.after <= d.target else d.after >= d.target end, false) as met,
    coalesce(case when d.target < d.before then d.after < d.before else d.after > d.before end, false) as better
from reporting.journey j
left join reporting.course c on c.journey = j.id
cross join lateral (values
    ('quantity', j.quantity_indicator, j.quantity_unit, j.quantity_before, j.quantity_target, j.quantity_after),
    ('quality', j.quality_indicator, null, j.quality_before, j.quality_target, j.quality_after)
) d (dimension, indicator, measure, before, target, after)
where d.before is not null or d.target is not null or d.after is not null;

create view reporting.demands as
with names as (
    select d.source, min(d.name collate "C") as name
    from reporting.journey j
    cross join lateral unnest(j.demand_sources, j.demand_names) d (source, name)
    where d.name <> d.source
    group by d.source
)
select j.id as innovation,
    j.title,
    j.government,
    j.unit,
    j.cycle_year,
    j.kind,
    d.source,
    coalesce(n.name, d.source) as source_name,
    c.outcome,
    coalesce(c.outcome = 'adopted', false) as adopted
from reporting.journey j
left join reporting.course c on c.journey = j.id
cross join lateral unnest(j.demand_sources) d (source)
left join names n on n.source = d.source;

create view reporting.freshness as
select c.at as copied_at,
    extract(epoch from to_timestamp(p.now / 1000.0) - c.at)::double precision as copied_seconds_ago,
    c.last_event as last_event_at,
    c.lag,
    c.connected,
    c.heard_at,
    c.catching_up,
    c.events,
    c.set_aside,
    c.incomplete
from reporting.copied c
cross join reporting.present p;

comment on view reporting.innovations is 'One row an innovation, as it stands now.';
comment on column reporting.innovations.innovation is 'Id, the subject of its events';
comment on column reporting.innovations.title is 'Title that its last event told';
comment on column reporting.innovations.title_provisional is 'Nobody has given it a title of its own yet';
comment on column reporting.innovations.government is 'Area code of the Ministry of Home Affairs: 52.04';
comment on column reporting.innovations.government_name is 'Name of the local government';
comment on column reporting.innovations.unit is 'Code of the unit to which it belongs';
comment on column reporting.innovations.unit_name is 'Null for a unit of which no event has told';
comment on column reporting.innovations.district is 'Kecamatan of the unit; null where there is none';
comment on column reporting.innovations.cycle_year is 'Year for which it counts';
comment on column reporting.innovations.kind is 'Code; null until decided';
comment on column reporting.innovations.kind_name is 'As people read it';
comment on column reporting.innovations.workshop is 'Null when the unit proposed it by itself';
comment on column reporting.innovations.began_at is 'Its first event that is known';
comment on column reporting.innovations.begin_known is 'False if that event is not the one of its start';
comment on column reporting.innovations.finished_at is 'Null while it goes on';
comment on column reporting.innovations.open is 'It has not finished';
comment on column reporting.innovations.outcome is 'adopted, stopped, declined, withdrawn, cancelled, or what a model brings; null while open';
comment on column reporting.innovations.outcome_name is 'As people read it';
comment on column reporting.innovations.reason is 'Code, where the end has one';
comment on column reporting.innovations.reason_name is 'As people read it';
comment on column reporting.innovations.stage is 'The innermost stage in which it is, of several the newest; null between two and after the end';
comment on column reporting.innovations.stage_name is 'As people read it';
comment on column reporting.innovations.stage_since is 'When it entered that stage';
comment on column reporting.innovations.main_stage_since is 'Since when it has been in its main stage, or between two';
comment on column reporting.innovations.due_at is 'The earliest deadline of the stages in which it is';
comment on column reporting.innovations.overdue is 'The deadline of a stage in which it is has passed';
comment on column reporting.innovations.returned is 'It came into a stage a second time';
comment on column reporting.innovations.days is 'Whole days in its stage, or since it left the last; of one that has finished, from begin to end';
comment on column reporting.innovations.days_in_all is 'Days of 24 hours from its begin to its end, or to now';
comment on column reporting.innovations.instrument is 'Code of the legal instrument that fixes it; null until there is one';
comment on column reporting.innovations.instrument_name is 'As people read it';
comment on column reporting.innovations.events is 'Events of it that are known';
comment on column reporting.innovations.complete is 'False if events before its last are missing';

comment on view reporting.stage_visits is 'One row a stay of an innovation in a stage, also of stages inside others.';
comment on column reporting.stage_visits.innovation is 'Id of the innovation';
comment on column reporting.stage_visits.government is 'Its government''s area code';
comment on column reporting.stage_visits.unit is 'Its unit''s code';
comment on column reporting.stage_visits.cycle_year is 'Year for which it counts';
comment on column reporting.stage_visits.kind is 'Its kind''s code; null until decided';
comment on column reporting.stage_visits.stage is 'Code: lab.design is inside lab';
comment on column reporting.stage_visits.stage_name is 'As people read it; the newest name, if it has had several';
comment on column reporting.stage_visits.main_stage is 'The code before the first dot';
comment on column reporting.stage_visits.main_stage_name is 'As people read it; the code, if no event has named it';
comment on column reporting.stage_visits.visit is '1, after a return 2, 3 …';
comment on column reporting.stage_visits.entered_at is 'When it was entered, or else first told of';
comment on column reporting.stage_visits.entry_known is 'False if the event of the entry is missing';
comment on column reporting.stage_visits.due_at is 'Deadline; of a stage without one, when it was said to be late';
comment on column reporting.stage_visits.left_at is 'When it was left, or the innovation finished; null while open';
comment on column reporting.stage_visits.open is 'It has not been left';
comment on column reporting.stage_visits.completed is 'Left by a normal end';
comment on column reporting.stage_visits.cancelled is 'Interrupted';
comment on column reporting.stage_visits.outcome is 'Code, of one that was completed';
comment on column reporting.stage_visits.outcome_name is 'As people read it';
comment on column reporting.stage_visits.reason is 'Code, where one was given';
comment on column reporting.stage_visits.reason_name is 'As people read it';
comment on column reporting.stage_visits.overdue is 'Open after its deadline';
comment on column reporting.stage_visits.was_overdue is 'Left after its deadline, or open after it';
comment on column reporting.stage_visits.days is 'Days of 24 hours from entry to end; null while open and where either is not known';

comment on view reporting.units is 'One row a unit that is active or has an innovation.';
comment on column reporting.units.unit is 'Code';
comment on column reporting.units.name is 'The code, if no event has told of the unit';
comment on column reporting.units.kind is 'Code';
comment on column reporting.units.kind_name is 'As people read it';
comment on column reporting.units.district is 'Kecamatan; null where there is none';
comment on column reporting.units.government is 'Area code';
comment on column reporting.units.government_name is 'Name of the local government';
comment on column reporting.units.active is 'False if it is dissolved or merged, or not known';
comment on column reporting.units.this_year is 'Innovations of this year that count for "one agency, one innovation"';
comment on column reporting.units.innovations is 'All of them, whatever became of them';
comment on column reporting.units.open is 'Of these, those that go on';
comment on column reporting.units.overdue is 'Of these, those that are overdue';
comment on column reporting.units.adopted is 'Of these, those that were adopted';
comment on column reporting.units.stopped is 'Of these, those that were stopped';

comment on view reporting.transitions is 'One row an event of an innovation.';
comment on column reporting.transitions.innovation is 'Id of the innovation';
comment on column reporting.transitions.sequence is '1, 2, 3 … of each innovation';
comment on column reporting.transitions.government is 'Its government''s area code';
comment on column reporting.transitions.unit is 'Its unit''s code';
comment on column reporting.transitions.at is 'When it happened';
comment on column reporting.transitions.what is 'started, entered, completed, cancelled, overdue, finished, migrated, other';
comment on column reporting.transitions.type is 'Type of the event, as the contract names it';
comment on column reporting.transitions.stage is 'Code; null for what concerns the whole innovation';
comment on column reporting.transitions.stage_name is 'As people read it; the newest name, if it has had several';
comment on column reporting.transitions.visit is 'Number of the stay; null without a stage';
comment on column reporting.transitions.due_at is 'Deadline that the event told';
comment on column reporting.transitions.outcome is 'Code, of a stage that was completed and of the end';
comment on column reporting.transitions.outcome_name is 'As people read it';
comment on column reporting.transitions.reason is 'Code, where one was given';
comment on column reporting.transitions.reason_name is 'As people read it';
comment on column reporting.transitions.process is 'Id of the BPMN process';
comment on column reporting.transitions.process_version is 'Its version';
comment on column reporting.transitions.counts is 'False for what came after the end: no figure counts it';

comment on view reporting.weekly is 'This week and up to 52 before it, none before the first innovation began.';
comment on column reporting.weekly.week is 'Monday, in the zone of the dashboard';
comment on column reporting.weekly.until is 'End of the week; of this week, now';
comment on column reporting.weekly.started is 'Innovations that began in it';
comment on column reporting.weekly.finished is 'Innovations that finished in it';
comment on column reporting.weekly.adopted is 'Of these, those that were adopted';
comment on column reporting.weekly.open is 'Innovations that went on at its end';
comment on column reporting.weekly.overdue is 'Of these, those that were overdue then';

comment on view reporting.one_agency is '"One agency, one innovation": one row a year and local government, over its active units.';
comment on column reporting.one_agency.year is 'Cycle year: this one, and each that any innovation has';
comment on column reporting.one_agency.government is 'Area code';
comment on column reporting.one_agency.government_name is 'Name of the local government';
comment on column reporting.one_agency.units is 'Active units';
comment on column reporting.one_agency.without is 'Units without an innovation of that year that has a title and was not declined, withdrawn or cancelled';
comment on column reporting.one_agency.with_one is 'Units with one';
comment on column reporting.one_agency.with_more is 'Units with more';

comment on view reporting.results is 'One row an innovation and dimension of which a value before, a target or a value afterwards is known.';
comment on column reporting.results.innovation is 'Id of the innovation';
comment on column reporting.results.title is 'Its title';
comment on column reporting.results.government is 'Its government''s area code';
comment on column reporting.results.unit is 'Its unit''s code';
comment on column reporting.results.cycle_year is 'Year for which it counts';
comment on column reporting.results.kind is 'Its kind''s code; null until decided';
comment on column reporting.results.outcome is 'How it ended; null while open';
comment on column reporting.results.dimension is 'quantity or quality';
comment on column reporting.results.dimension_name is 'As people read it';
comment on column reporting.results.indicator is 'What is measured, in words';
comment on column reporting.results.measure is 'Unit of measure; of a quantity only';
comment on column reporting.results.before is 'Value before';
comment on column reporting.results.target is 'Value that was aimed at';
comment on column reporting.results.after is 'Value afterwards';
comment on column reporting.results.measured is 'Both the value before and the one afterwards are known';
comment on column reporting.results.less_is_better is 'The target lies below the value before';
comment on column reporting.results.met is 'Measured, and the target is reached';
comment on column reporting.results.better is 'Measured, and better than before, not equal';

comment on view reporting.demands is 'One row an innovation and source of the citizens'' demands that it answers.';
comment on column reporting.demands.innovation is 'Id of the innovation';
comment on column reporting.demands.title is 'Its title';
comment on column reporting.demands.government is 'Its government''s area code';
comment on column reporting.demands.unit is 'Its unit''s code';
comment on column reporting.demands.cycle_year is 'Year for which it counts';
comment on column reporting.demands.kind is 'Its kind''s code; null until decided';
comment on column reporting.demands.source is 'Code';
comment on column reporting.demands.source_name is 'As people read it; of several names the first in the alphabet';
comment on column reporting.demands.outcome is 'How it ended; null while open';
comment on column reporting.demands.adopted is 'It was adopted';

comment on view reporting.freshness is 'One row: how far the other views are to be trusted at this moment.';
comment on column reporting.freshness.copied_at is 'Everything that the dashboard knew then is here; null before the first copy';
comment on column reporting.freshness.copied_seconds_ago is 'More than a few: nobody copies at present';
comment on column reporting.freshness.last_event_at is 'Time of the newest event that the dashboard knew';
comment on column reporting.freshness.lag is 'Records in the topics that were not on the dashboard yet; null while not known';
comment on column reporting.freshness.connected is 'False if the broker did not answer: all is as of heard_at';
comment on column reporting.freshness.heard_at is 'When the broker last answered';
comment on column reporting.freshness.catching_up is 'The dashboard was reading what lay in the topics; what it did not know yet, the views may have from before';
comment on column reporting.freshness.events is 'Events of innovations on the dashboard';
comment on column reporting.freshness.set_aside is 'Records that were no events';
comment on column reporting.freshness.incomplete is 'Innovations of which events are missing';

do $$
begin
    if not exists (select from pg_roles where rolname = 'semai_reporting')
        and (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
        begin
            create role semai_reporting nologin;
        exception when duplicate_object or unique_violation then
            -- Roles are the server's: another database of it was quicker.
            null;
        end;
    end if;
    if exists (select from pg_roles where rolname = 'semai_reporting') then
        grant usage on schema reporting to semai_reporting;
        grant select on reporting.innovations, reporting.stage_visits, reporting.units, reporting.transitions,
            reporting.weekly, reporting.one_agency, reporting.results, reporting.demands, reporting.freshness
            to semai_reporting;
    end if;
end
$$;
