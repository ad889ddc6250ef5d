-- The kept sums of a cycle also say how many released reviews bear which rating: 'rated:' and its label, the unit with all below it.

insert into cycle_count (cycle_id, unit_id, fact_key, people)
select r.cycle_id, c.above_id, 'rated:' || r.final_label, count(r.id)
  from review r join cycle y on y.id = r.cycle_id and y.state in ('launched','closed') join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id
 where r.released_at is not null and r.state <> 'cancelled' and r.final_label is not null
 group by r.cycle_id, c.above_id, r.final_label;
