-- An import that nobody goes on with is not kept for ever, and one put away by mistake comes back.

alter table import_run add column looked_at @int;        -- when it was checked last; null: as it came
alter table import_run add column away_at @int;          -- when it was put away, or expired
