-- A question taken out of a draft, as it was, for as long as that can be taken back.

create table question_gone (id @id primary key, form_id @id not null, section_id @id not null, place @int not null, kind @text not null, title @text not null, help @text, scale_id @id,
  weight_milli @int not null, asks @text not null, required @int not null, shared @int not null, evidence @text not null, gone_at @int not null);
create index question_gone_form on question_gone (form_id, gone_at);
create table question_gone_anchor (question_id @id not null references question_gone, value_milli @int not null, label @text not null, behaviour @text, primary key (question_id, value_milli)) @keyed;
