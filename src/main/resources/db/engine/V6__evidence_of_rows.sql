-- A file can prove one row of the action plan, as a progress report tells of it.
alter table semai.evidence add column about text;
comment on column semai.evidence.about is 'The row, as it was called when the file came; null for all that the form says';
