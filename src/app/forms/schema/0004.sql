-- Tables of forms. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table form (id @id primary key, family_id @id not null, edition @int not null, use @text not null check (use in ('review','survey','checkin','plan','feedback','improvement','nomination')),
  name @text not null, intro @text,
  state @text not null check (state in ('draft','published','retired')), lang @text not null, published_at @int, version @int not null, unique (family_id, edition));
create table form_section (id @id primary key, form_id @id not null references form, place @int not null, title @text not null, help @text,
  weight_milli @int not null check (weight_milli between 0 and 1000), unique (form_id, place));
create table question (id @id primary key, form_id @id not null references form, section_id @id not null references form_section, place @int not null,
  kind @text not null check (kind in ('rating','text','goals','choice','yesno','number','nps')),
  title @text not null, help @text, scale_id @id references scale, weight_milli @int not null check (weight_milli between 0 and 1000),
  asks @text not null, required @int not null check (required in (0,1)), shared @int not null check (shared in (0,1)), evidence @text not null check (evidence in ('no','may','extremes','must')),
    unique (section_id, place));
create table question_anchor (question_id @id not null references question, value_milli @int not null, label @text not null, behaviour @text, primary key (question_id, value_milli)) @keyed;
