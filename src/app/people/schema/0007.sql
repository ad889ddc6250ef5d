-- Names in order: lists of a whole organisation walk them from where the last page ended.

create index person_sort on person (sort_key, id);
