-- How each person wants to be told: at once, in one letter a day or a week, or not; and when not to be disturbed.

create table digest_choice (person_id @id primary key references person, rhythm @text not null check (rhythm in ('usual','each','daily','weekly','never')),
  quiet_from_min @int check (quiet_from_min between 0 and 1439), quiet_to_min @int check (quiet_to_min between 0 and 1439), sent_at @int, version @int not null,
  check ((quiet_from_min is null) = (quiet_to_min is null)));       -- minutes of the day in the person's zone; sent_at: of the last digest
