-- The filters of Tasklist ask for the open tasks of a person's units by deadline and by stage; the engine's own
-- indexes know neither. The unit comes first in both: with an index on the deadline alone PostgreSQL walks through
-- the deadlines of the whole country and compares each with the 1,700 units that a facilitator sees.

create index semai_task_unit_due on act_ru_task (tenant_id_, due_date_);
create index semai_task_unit_key on act_ru_task (tenant_id_, task_def_key_);
