-- What a request for feedback may begin with, as HR words it; while there is none the program's own three are offered.

create table ask_template (id @id primary key, title @text not null, own_words @text not null, of_words @text not null, place @int not null, away @int not null check (away in (0,1)), version @int not null);
create index ask_template_place on ask_template (place, id);
