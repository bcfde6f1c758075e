-- The latest state of each innovation, told on a compacted topic, and the journal's memory of a journey beside it: both
-- are read and written with the row that gives the sequence, so the stays in stages need no table of their own.

alter table innovation add column journey jsonb;
alter table innovation add column state text;

update innovation i
set journey = jsonb_build_object(
    'startedAt', i.started_at,
    'open', coalesce((
        select jsonb_agg(jsonb_build_object(
                   'stage', v.stage,
                   'name', coalesce(e.payload::jsonb #>> '{data,stageName}', v.stage),
                   'number', v.visit,
                   'enteredAt', v.entered_at,
                   'dueAt', v.due_at,
                   'overdue', v.overdue_at is not null,
                   'previousStage', v.previous_stage) order by v.entered_sequence)
        from stage_visit v
        left join event e on e.stream = 'stage-transition' and e.key = v.innovation and e.sequence = v.entered_sequence
        where v.innovation = i.id and v.left_sequence is null), '[]'),
    'visits', coalesce((
        select jsonb_object_agg(stage, visits)
        from (select stage, max(visit) as visits from stage_visit v where v.innovation = i.id group by stage) n), '{}'),
    'previousStage', (
        select stage from stage_visit v where v.innovation = i.id and v.left_sequence is not null
        order by left_sequence desc limit 1),
    'results', '{}'::jsonb);

alter table innovation alter column journey set not null;
-- Room in each page for the next version of a row: an innovation's row changes with each of its events.
alter table innovation set (fillfactor = 50);
drop table stage_visit;

comment on column innovation.journey is 'What must be remembered to tell its next event: open stages, visits, results';
comment on column innovation.state is
    'Value of its record on the compacted topic, exactly as sent; null only if its last event is older than that topic';
