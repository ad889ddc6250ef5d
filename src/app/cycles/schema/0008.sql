-- The units where a viewer's part of the organisation begins: those whose unit above is not theirs. Sums are
-- kept for a unit with all below it, so these few are all that must be added up.

create view scope_top as
  select s.viewer_id, s.unit_id from scope_unit s
   where not exists (select 1 from unit_place p join scope_unit y on y.viewer_id = s.viewer_id and y.unit_id = p.parent_id
     where p.unit_id = s.unit_id and p.active = 1);
