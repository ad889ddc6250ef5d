-- Days somebody was away: the days only, never why.

create table absence (id @id primary key, person_id @id not null references person, starts_on @text not null, ends_on @text not null, check (starts_on < ends_on));
create index absence_of on absence (person_id, starts_on);
