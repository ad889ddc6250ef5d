-- What is still to be handed in, by its day: who is late is read from here.

create index review_part_open on review_part (due_on, id) where state in ('asked','writing');
