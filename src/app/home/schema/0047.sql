-- Getting started: only that somebody has put it away. What is done is read from what is there.

create table start_away (person_id @id primary key references person, at @int not null);
