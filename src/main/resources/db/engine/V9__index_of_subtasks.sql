-- The engine asks for the subtasks of each task that is completed and has no index for it: with every open task of the
-- country it would read more.
create index semai_task_parent on act_ru_task (parent_task_id_);
