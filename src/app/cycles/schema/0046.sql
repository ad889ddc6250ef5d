-- How the organisation works with performance: what was asked on the first run, what was proposed and what was chosen. Defaults only.

create table framework (id @id primary key, by_id @id not null references person, at @int not null, people @int not null,
  growth @text not null check (growth in ('steady','some','fast')), oversight @text not null check (oversight in ('none','some','regulated')),
  council @text not null check (council in ('none','informed','agrees')), frequency @text not null check (frequency in ('week','quarter','year')),
  goals @text not null check (goals in ('team','both','top')), data_use @text not null check (data_use in ('words','both','figures')),
  fairness @text not null check (fairness in ('manager','second','trail')), manager_part @text not null check (manager_part in ('coach','both','judge')),
  employee_part @text not null check (employee_part in ('drives','shares','answers')),
  proposed @text not null check (proposed in ('continuous','blended','structured')), style @text check (style in ('continuous','blended','structured')),
  rhythm @text check (rhythm in ('week','fortnight','month','quarter')), reason @text, chosen_on @text, cycle_id @id references cycle, version @int not null);   -- style and what follows: once it is chosen
