-- Queries of people, values: what the organisation wants to see in how people work. No one's record.

-- type value_line: id company_value_id, name text, meaning text?, place int, since day, ends day, version int + ended flag

-- values_list() -> value_line*  sees all: the values are for everyone signed in
select v.id, v.name, v.meaning, v.place, v.starts_on as since, v.ends_on as ends, v.version from company_value v order by v.place, v.id;

-- company_value_add(value company_value_id, name text, meaning text?, today day, ever day) -> done 1 event value.added of value(:value)
insert into company_value (id, name, meaning, place, starts_on, ends_on, version)
select :value, :name, :meaning, coalesce((select max(v.place) from company_value v), 0) + 1, :today, :ever, 1;

-- company_value_change(value company_value_id, name text, meaning text?, version int) -> done 1 event value.changed of value(:value)
update company_value set name = :name, meaning = :meaning, version = version + 1 where id = :value and version = :version;

-- company_value_end(value company_value_id, ends day, version int) -> done 1 event value.ended of value(:value)
update company_value set ends_on = :ends, version = version + 1 where id = :value and version = :version;
