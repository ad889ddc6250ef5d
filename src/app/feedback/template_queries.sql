-- Queries of templates for requests: what a request may begin with. No one's record.

-- type ask_template: id template_id, title text, own_words text, of_words text, away flag, version int
-- type ask_start: key word, title text, words text + chosen flag

-- ask_templates() -> ask_template* sees all: the templates are for everyone signed in
select t.id, t.title, t.own_words, t.of_words, t.away, t.version from ask_template t order by t.place, t.id;

-- ask_template_add(template template_id, title text, own_words text, of_words text) -> done 1 event template.added of template(:template)
insert into ask_template (id, title, own_words, of_words, place, away, version)
select :template, :title, :own_words, :of_words, coalesce((select max(t.place) from ask_template t), 0) + 1, 0, 1;

-- ask_template_change(template template_id, title text, own_words text, of_words text, version int) -> done 1 event template.changed of template(:template)
update ask_template set title = :title, own_words = :own_words, of_words = :of_words, version = version + 1 where id = :template and version = :version;

-- ask_template_move(template template_id, away flag, version int) -> done 1 event template.moved of template(:template)
update ask_template set away = :away, version = version + 1 where id = :template and version = :version;
