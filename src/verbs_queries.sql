-- Queries of the administrator's commands.

-- type giver: id person_id

-- giver_for(person person_id) -> giver?  sees all: who may stand as giver when a role is given by command
select p.id from person p
 where p.id <> :person
   and (p.kind = 'outside' or exists (select 1 from role_grant g where g.person_id = p.id and g.role_key in ('director', 'admin') and g.active = 1))
 order by p.id limit 1;

-- type role_there: key word

-- role_there(key word) -> role_there?  sees all: what the roles are is no secret
select r.key from role r where r.key = :key;
