-- Queries of the journal: notes, sealed; their files, sealed; what of them is shared. Every one is its author's own, but of what was shared.

-- type note_whose: person person_id, name text
-- type note_row: id note_id, about person_id, about_name text, happened day, body blob, files int, shared shared_id?, version int
-- type note_file_row: id file_id, name text, media word, bytes int, at instant
-- type note_piece: place int, body blob
-- type note_sum: notes int, files int, bytes int
-- type shared_line: id shared_id, person person_id, name text, kind word, happened day, words text, shared_at instant
-- type shared_head: id shared_id, note note_id, person person_id, name text, manager_name text?, kind word, happened day, words text, with_files flag, shared_at instant

-- note_subject(note note_id) -> note_whose? sees all: asked before the viewer is known; the policy lets its author alone
select j.author_id as person, p.shown as name from journal j join person p on p.id = j.author_id where j.id = :note;

-- shared_subject(shared shared_id) -> note_whose? sees all: asked before the viewer is known
select s.author_id as person, p.shown as name from journal_shared s join person p on p.id = s.author_id where s.id = :shared;

-- shared_relations(who blob, shared shared_id) -> held* sees all: what the viewer is to it, asked before the viewer is known
select 'manager' as relation from journal_shared x join signed_in s on s.digest = :who join person_now n on n.person_id = x.author_id
 where x.id = :shared and n.manager_id = s.person_id order by x.id;

-- notes_of(viewer person_id, about person_id?, most int) -> note_row*
-- All of one's own, newest first: searching opens them, since the database cannot.
select j.id, j.about_id as about, p.shown as about_name, j.happened_on as happened, j.body,
       (select count(f.id) from file f where f.owner_id = j.id and f.owner_kind = 'note' and f.kind = 'attachment') as files, s.id as shared, j.version
  from journal j join person p on p.id = j.about_id left join journal_shared s on s.journal_id = j.id
 where j.author_id = :viewer
?about and j.about_id = :about
 order by j.happened_on desc, j.id desc limit :most;

-- note_of(viewer person_id, note note_id) -> note_row!
select j.id, j.about_id as about, p.shown as about_name, j.happened_on as happened, j.body, 0 as files, s.id as shared, j.version
  from journal j join person p on p.id = j.about_id left join journal_shared s on s.journal_id = j.id
 where j.id = :note and j.author_id = :viewer;

-- note_maybe(viewer person_id, note note_id) -> note_row?
select j.id, j.about_id as about, p.shown as about_name, j.happened_on as happened, j.body, 0 as files, s.id as shared, j.version
  from journal j join person p on p.id = j.about_id left join journal_shared s on s.journal_id = j.id
 where j.id = :note and j.author_id = :viewer;

-- note_sums(viewer person_id) -> note_sum!
select (select count(j.id) from journal j where j.author_id = :viewer) as notes,
       (select count(f.id) from journal j join file f on f.owner_id = j.id and f.owner_kind = 'note' where j.author_id = :viewer) as files,
       (select coalesce(sum(f.bytes), 0) from journal j join file f on f.owner_id = j.id and f.owner_kind = 'note' where j.author_id = :viewer) as bytes;

-- note_add(note note_id, author person_id, about person_id, happened day, body blob) -> done 1 event none: a private note is nobody's history
insert into journal (id, author_id, about_id, happened_on, body, version) values (:note, :author, :about, :happened, :body, 1);

-- note_change(note note_id, author person_id, happened day, body blob, version int) -> done 1 event none: a private note is nobody's history
update journal set happened_on = :happened, body = :body, version = version + 1 where id = :note and author_id = :author and version = :version;

-- note_parts_remove(note note_id) -> done event none: a private note is nobody's history
delete from file_part where file_id in (select f.id from file f where f.owner_id = :note and f.owner_kind = 'note');

-- note_files_remove(note note_id) -> done event none: a private note is nobody's history
delete from file where owner_id = :note and owner_kind = 'note';

-- note_remove(note note_id, author person_id) -> done 1 event none: a private note is nobody's history
delete from journal where id = :note and author_id = :author;

-- note_files(viewer person_id, note note_id) -> note_file_row*
select f.id, f.name, f.media, f.bytes, f.at from file f join journal j on j.id = f.owner_id
 where f.owner_id = :note and f.owner_kind = 'note' and f.kind = 'attachment' and :viewer > 0 order by f.id;

-- note_file_of(viewer person_id, note note_id, file file_id) -> note_file_row!
-- Whose note it is, or was shared with, the route has asked; the file must be that note's.
select f.id, f.name, f.media, f.bytes, f.at from file f
 where f.id = :file and f.owner_id = :note and f.owner_kind = 'note' and f.kind = 'attachment' and :viewer > 0;

-- note_pieces(viewer person_id, note note_id, file file_id) -> note_piece*
select p.place, p.body from file f join file_part p on p.file_id = f.id
 where f.id = :file and f.owner_id = :note and f.owner_kind = 'note' and :viewer > 0 order by p.place, p.file_id;

-- note_file_add(id file_id, note note_id, author person_id, now instant, name text, media text, bytes int, digest blob) -> done 1 event none: a private note is nobody's history
insert into file (id, kind, owner_kind, owner_id, person_id, added_by_id, at, name, media, bytes, digest)
values (:id, 'attachment', 'note', :note, :author, :author, :now, :name, :media, :bytes, :digest);

-- note_part_add(file file_id, place int, body blob) -> done 1 event none: a private note is nobody's history
insert into file_part (file_id, place, body) values (:file, :place, :body);

-- note_file_parts_remove(note note_id, file file_id) -> done event none: a private note is nobody's history
delete from file_part where file_id in (select f.id from file f where f.id = :file and f.owner_id = :note and f.owner_kind = 'note');

-- note_file_remove(note note_id, file file_id) -> done 1 event none: a private note is nobody's history
delete from file where id = :file and owner_id = :note and owner_kind = 'note';

-- note_share(shared shared_id, note note_id, author person_id, kind word, happened day, words text, with_files flag, now instant) -> done 1 event note.shared of shared(:shared) about person(:author)
-- Shared again, it says what it says now, and the address stays.
insert into journal_shared (id, journal_id, author_id, kind, happened_on, words, with_files, shared_at)
values (:shared, :note, :author, :kind, :happened, :words, :with_files, :now)
on conflict (journal_id) do update set kind = excluded.kind, happened_on = excluded.happened_on, words = excluded.words,
  with_files = excluded.with_files, shared_at = excluded.shared_at;

-- shared_end(shared shared_id, author person_id) -> done 1 event note.taken of shared(:shared) about person(:author)
delete from journal_shared where id = :shared and author_id = :author;

-- shared_head(viewer person_id, shared shared_id) -> shared_head!
select s.id, s.journal_id as note, s.author_id as person, p.shown as name, m.shown as manager_name, s.kind, s.happened_on as happened, s.words, s.with_files, s.shared_at
  from journal_shared s join person p on p.id = s.author_id left join person_now n on n.person_id = s.author_id left join person m on m.id = n.manager_id
 where s.id = :shared and :viewer > 0;

-- shared_with(viewer person_id, most int) -> shared_line*
-- By the viewer's own reports.
select s.id, s.author_id as person, p.shown as name, s.kind, s.happened_on as happened, s.words, s.shared_at
  from person_now n join journal_shared s on s.author_id = n.person_id join person p on p.id = s.author_id
 where n.manager_id = :viewer order by s.happened_on desc, s.id desc limit :most;
