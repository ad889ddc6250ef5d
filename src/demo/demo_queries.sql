-- Queries of the demo: what only an organisation made up at once needs. The rest it takes from the modules.

-- type demo_count: n int
-- type demo_review: id review_id, person person_id, manager person_id, self_part part_id, manager_part part_id

-- type demo_measure: id measure_id, goal goal_id

-- demo_measures() -> demo_measure* sees all: the demo records the steps itself
select m.id, m.goal_id as goal from measure m order by m.goal_id, m.id;

-- demo_people() -> demo_count! sees all: a command on an empty database asks whether it is empty
select count(p.id) as n from person p;

-- demo_reviews(cycle cycle_id) -> demo_review* sees all: the demo writes everybody's part itself
select r.id, r.person_id as person, r.manager_id as manager, s.id as self_part, m.id as manager_part
  from review r join review_part s on s.review_id = r.id and s.relation = 'self'
  join review_part m on m.review_id = r.id and m.relation = 'manager'
 where r.cycle_id = :cycle order by r.id;

-- demo_job(job job_id, key text, name text, family text, leads flag, exposed flag) -> done 1 event job.made of job(:job)
insert into job (id, code_key, name, family, leads, exposed, purpose, version) values (:job, :key, :name, :family, :leads, :exposed, null, 1);

-- demo_location(location location_id, name text, country text, zone text) -> done 1 event location.made of location(:location)
insert into location (id, name, country, zone, version) values (:location, :name, :country, :zone, 1);

-- demo_person(person person_id, kind word, number text?, email text?, email_key text?, given text, family text, shown text, pronouns text?, sort_key text, joined_on day?)
--     -> done 1 event person.joined of person(:person) about person(:person)
insert into person (id, kind, number, number_key, email_key, given, family, shown, pronouns, sort_key, email, phone, lang, zone, photo_id, joined_on, erased_at, version)
values (:person, :kind, :number, :number, :email_key, :given, :family, :shown, :pronouns, :sort_key, :email, null, 'en', null, null, :joined_on, null, 1);

-- demo_spell(spell spell_id, person person_id, starts_on day, ends_on day, reason text?, voluntary flag?) -> done 1 event none: part of person.joined
insert into spell (id, person_id, starts_on, ends_on, terms, end_reason, voluntary, regretted) values (:spell, :person, :starts_on, :ends_on, 'permanent', :reason, :voluntary, null);

-- demo_left(spell spell_id, person person_id, ends_on day, reason text, voluntary flag) -> done 1 event person.left of person(:person) about person(:person)
update spell set ends_on = :ends_on, end_reason = :reason, voluntary = :voluntary where id = :spell and person_id = :person;

-- demo_placement(id placement_id, person person_id, spell spell_id, unit unit_id, job job_id, level level_id, location location_id, share milli, starts_on day, ends_on day) -> done 1 event none: part of person.joined or moved
insert into placement (id, person_id, spell_id, unit_id, job_id, level_id, location_id, share_milli, starts_on, ends_on)
values (:id, :person, :spell, :unit, :job, :level, :location, :share, :starts_on, :ends_on);

-- demo_line(id line_id, person person_id, manager person_id, kind word, starts_on day, ends_on day, active flag) -> done 1 event none: part of person.joined or moved
insert into line (id, person_id, manager_id, kind, starts_on, ends_on, active) values (:id, :person, :manager, :kind, :starts_on, :ends_on, :active);

-- demo_dotted(manager person_id, person person_id) -> done 1 event none: kept beside the dotted line
insert into dotted_now (manager_id, person_id) values (:manager, :person);

-- demo_head(unit unit_id, head person_id) -> done 1 event none: part of unit.made
update unit_place set head_id = :head where unit_id = :unit;

-- demo_account(account account_id, person person_id, key text, secret text, seen_on day?) -> done 1 event account.opened of account(:account) about person(:person)
insert into account (id, person_id, sign_in_key, secret, state, epoch, last_seen_on, version) values (:account, :person, :key, :secret, 'open', 1, :seen_on, 1);

-- demo_cites(part part_id, person person_id, today day, now instant) -> done event none: part of part.submitted
-- Each rating of the manager rests on a few items of the period, other ones each.
insert into citation (part_id, question_id, evidence_kind, evidence_id, on_day, place, at, words, value_milli, seen_by)
select t.part, t.question, t.kind, t.ref, t.on_day, t.place, :now, null, null, null
  from (select p.id as part, q.id as question, q.place as question_place, e.kind, e.ref_id as ref, e.on_day, row_number() over (partition by q.id order by e.on_day, e.ref_id) as place
      from review_part p join review r on r.id = p.review_id join cycle c on c.id = r.cycle_id join question q on q.form_id = p.form_id and q.evidence = 'extremes' and q.asks in (p.relation, 'both')
      join evidence e on e.person_id = :person and e.person_id = r.person_id and e.seen_by <> 'self'
     where p.id = :part and e.on_day >= c.period_from_on and e.on_day <= c.period_to_on and e.on_day <= :today) t
 where t.place <= 24 and t.place % 7 = t.question_place % 7;
