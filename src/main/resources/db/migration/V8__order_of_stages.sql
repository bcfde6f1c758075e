-- The order in which a dashboard shows stages, as /dasbor has it: a view more for whoever has the role semai_reporting. Where an
-- administrator of the database made that role, this is to be added to what V7__reporting.sql shows:
--
--   grant select on reporting.stages to semai_reporting;

alter table reporting.course add column path text[] not null default '{}';
comment on column reporting.course.path is
    'Codes of the stages that it has been in, and of those above them, in the order of the first time';

create or replace view reporting.told_course as
select j.id as journey,
    f.at as began,
    f.what = 'STARTED' as begin_known,
    e.sequence as end_sequence,
    e.at as ended,
    e.outcome,
    e.reason,
    p.path
from reporting.journey j
cross join lateral (
    select at, what from reporting.step where journey = j.id order by sequence limit 1
) f
left join lateral (
    select sequence, at, outcome, reason from reporting.step
    where journey = j.id and what = 'FINISHED' order by sequence limit 1
) e on true
cross join lateral (
    select coalesce(array_agg(stage order by first), '{}') as path
    from (
        select one.stage, min(s.sequence) as first
        from reporting.step s
        cross join lateral (
            select s.stage
            union all
            select left(s.stage, dot - 1) from generate_series(2, length(s.stage)) dot where substr(s.stage, dot, 1) = '.'
        ) one
        where s.journey = j.id
            and s.what in ('ENTERED', 'OVERDUE', 'COMPLETED', 'CANCELLED')
            and s.stage <> ''
            and (e.sequence is null or s.sequence < e.sequence)
        group by one.stage
    ) stages
) p;

-- So that all is copied anew.
delete from reporting.journey;

-- Of each path once. A line holds the ranks of the stages above and of its own, and so comes before the lines inside it.
create view reporting.stages as
with recursive
paths as (
    select row_number() over () as number, path, count(*) as times
    from reporting.course
    group by path
),
places as (
    select on_it.stage, above.stage as parent, p.times,
        row_number() over (partition by p.number, above.stage order by on_it.number) as place
    from paths p
    cross join lateral unnest(p.path) with ordinality as on_it (stage, number)
    cross join lateral (select regexp_replace(on_it.stage, '[.]?[^.]*$', '') as stage) above
),
ranks as (
    select stage, parent, sum(times) as reached,
        row_number() over (partition by parent order by sum(place * times) / sum(times), stage collate "C") as rank
    from places
    group by stage, parent
),
lines as (
    select stage, stage as main_stage, reached, array[rank] as line
    from ranks
    where parent = ''
    union all
    select r.stage, l.main_stage, r.reached, l.line || r.rank
    from ranks r
    join lines l on l.stage = r.parent
    where r.parent <> ''
)
select (row_number() over (order by l.line))::integer as position,
    l.stage,
    coalesce(stage.name, l.stage) as stage_name,
    l.main_stage,
    coalesce(main_stage.name, l.main_stage) as main_stage_name,
    l.reached::integer
from lines l
left join reporting.name stage on stage.what = 'stage' and stage.code = l.stage
left join reporting.name main_stage on main_stage.what = 'stage' and main_stage.code = l.main_stage;

comment on view reporting.stages is 'One row a stage that any innovation has been in, in the order of the journey.';
comment on column reporting.stages.position is
    '1, 2, 3 …: stages of one parent by the mean place at which innovations first came into them, each before those inside it';
comment on column reporting.stages.stage is 'Code: lab.design is inside lab';
comment on column reporting.stages.stage_name is 'As people read it; the newest name, if it has had several';
comment on column reporting.stages.main_stage is 'The code before the first dot; of a main stage its own';
comment on column reporting.stages.main_stage_name is 'As people read it; the code, if no event has named it';
comment on column reporting.stages.reached is 'Innovations that have ever been in it, or in a stage inside it';

do $$
begin
    if exists (select from pg_roles where rolname = 'semai_reporting') then
        grant select on reporting.stages to semai_reporting;
    end if;
end
$$;
