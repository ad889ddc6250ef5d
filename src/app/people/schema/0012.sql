-- The organisation's values: what it wants to see in how people work. Kept by HR, read by everybody.

create table company_value (id @id primary key, name @text not null, meaning @text, place @int not null, starts_on @text not null, ends_on @text not null, version @int not null);
create index company_value_at on company_value (place, id);
