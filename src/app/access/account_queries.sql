-- Queries of access, part two: accounts, sign-in, sessions, tokens, links.

-- type account_key: id account_id, person person_id, name text, email text?, secret text?, state word, epoch int

-- account_of_key(key text) -> account_key?  sees all: sign-in finds the account by what was typed
select a.id, a.person_id as person, p.shown as name, p.email, a.secret, a.state, a.epoch
  from account a join person p on p.id = a.person_id where a.sign_in_key = :key;

-- account_of_person(person person_id) -> account_key?  sees all: asked after the policy, for links and tokens
select a.id, a.person_id as person, p.shown as name, p.email, a.secret, a.state, a.epoch
  from account a join person p on p.id = a.person_id where a.person_id = :person;

-- account_of_id(account account_id) -> account_key?  sees all: asked after the policy, for one's own account or by an administrator
select a.id, a.person_id as person, p.shown as name, p.email, a.secret, a.state, a.epoch
  from account a join person p on p.id = a.person_id where a.id = :account;

-- type tries: by_name int, by_peer int

-- tries_since(name blob, peer blob, since instant) -> tries!  sees all: digests only, for the rate limit
select (select count(t.at) from sign_in_try t where t.name_digest = :name and t.at > :since and t.good = 0) as by_name,
       (select count(t.at) from sign_in_try t where t.from_digest = :peer and t.at > :since and t.good = 0) as by_peer
  from role r where r.key = 'admin';

-- try_add(name blob, peer blob, now instant, good flag) -> done event none: a try to sign in is no record of anybody
insert into sign_in_try (name_digest, from_digest, at, good) values (:name, :peer, :now, :good) on conflict (name_digest, at, from_digest) do nothing;

-- tries_forget(before instant) -> done event none: upkeep
delete from sign_in_try where at < :before;

-- session_begin(who blob, account account_id, person person_id, now instant, ends_at instant, agent text?) -> done 1 event session.began of account(:account) about person(:person)
insert into session (digest, account_id, epoch, began_at, seen_at, ends_at, agent)
select :who, a.id, a.epoch, :now, :now, :ends_at, :agent from account a where a.id = :account and a.person_id = :person and a.state = 'open';

-- session_end(who blob) -> done event none: session upkeep
delete from session where digest = :who;

-- session_end_own(who blob, account account_id, person person_id) -> done event session.ended of account(:account) about person(:person)
delete from session where digest = :who and account_id = (select a.id from account a where a.id = :account and a.person_id = :person);

-- sessions_end_but(who blob, account account_id) -> done event none: with the change of password, whose event stands
delete from session where account_id = :account and digest <> :who;

-- sessions_forget(before instant) -> done event none: session upkeep
delete from session where ends_at < :before;

-- type session_line: digest blob, began_at instant, seen_at instant, agent text? + key text, here flag, device text

-- sessions_of(viewer person_id, now instant) -> session_line*
select s.digest, s.began_at, s.seen_at, s.agent
  from session s join account a on a.id = s.account_id and a.epoch = s.epoch
 where a.person_id = :viewer and s.ends_at > :now order by s.seen_at desc, s.digest desc;

-- account_seen(account account_id, today day) -> done event none: session upkeep
update account set last_seen_on = :today where id = :account;

-- account_open(account account_id, person person_id) -> done event account.opened of account(:account) about person(:person)
update account set state = 'open', version = version + 1 where id = :account and person_id = :person and state = 'invited';

-- account_secret_put(account account_id, person person_id, secret text) -> done 1 event account.secret_changed of account(:account) about person(:person)
update account set secret = :secret, version = version + 1 where id = :account and person_id = :person and state <> 'closed';

-- account_make(account account_id, person person_id, key text) -> done 1 event account.invited of account(:account) about person(:person)
insert into account (id, person_id, sign_in_key, secret, state, epoch, last_seen_on, version) values (:account, :person, :key, null, 'invited', 1, null, 1);

-- account_close(account account_id, person person_id) -> done 1 event account.closed of account(:account) about person(:person)
update account set state = 'closed', epoch = epoch + 1, secret = null, version = version + 1
 where id = :account and person_id = :person and state <> 'closed';

-- account_again(account account_id, person person_id) -> done 1 event account.invited of account(:account) about person(:person)
update account set state = 'invited', epoch = epoch + 1, version = version + 1 where id = :account and person_id = :person and state = 'closed';

-- accounts_close_leavers() -> done event none: the leaving itself left an event
update account set state = 'closed', epoch = epoch + 1, secret = null, version = version + 1
 where state <> 'closed' and exists (select 1 from person_now n where n.person_id = account.person_id and n.employed = 0);

-- type token_line: id token_id, name text, scopes text, made_at instant, ends_at instant, used_on day?

-- tokens_of(viewer person_id, now instant) -> token_line*
select t.id, t.name, t.scopes, t.made_at, t.ends_at, t.used_on
  from token t join account a on a.id = t.account_id and a.epoch = t.epoch
 where a.person_id = :viewer and t.ended_at is null and t.ends_at > :now order by t.ends_at, t.id;

-- token_add(token token_id, who blob, account account_id, person person_id, name text, scopes text, now instant, ends_at instant)
--     -> done 1 event token.made of token(:token) about person(:person)
insert into token (id, digest, account_id, epoch, name, scopes, made_at, ends_at)
select :token, :who, a.id, a.epoch, :name, :scopes, :now, :ends_at from account a where a.id = :account and a.person_id = :person and a.state = 'open';

-- token_end(token token_id, account account_id, person person_id, now instant) -> done 1 event token.ended of token(:token) about person(:person)
update token set ended_at = :now where id = :token and ended_at is null
   and account_id = (select a.id from account a where a.id = :account and a.person_id = :person);

-- type token_end_row: ended_at instant

-- token_ended(token token_id, viewer person_id) -> token_end_row?
select t.ended_at from token t join account a on a.id = t.account_id and a.epoch = t.epoch
 where t.id = :token and a.person_id = :viewer and t.ended_at is not null;

-- token_keep(token token_id, account account_id, person person_id, now instant) -> done 1 event token.kept of token(:token) about person(:person)
update token set ended_at = null where id = :token and ended_at is not null and ends_at > :now
   and account_id = (select a.id from account a where a.id = :account and a.person_id = :person and a.epoch = token.epoch);

-- type link_row: kind word, person person_id?, name text?, given text?, account account_id?, state word?, ends_at instant, uses_left int?

-- link_of(key blob) -> link_row?  sees all: whoever holds the link
select l.kind, l.person_id as person, p.shown as name, p.given, a.id as account, a.state, l.ends_at, l.uses_left
  from link l left join person p on p.id = l.person_id left join account a on a.person_id = l.person_id
 where l.digest = :key;

-- link_add(key blob, kind word, person person_id?, now instant, ends_at instant) -> done event none: what it is for leaves the event
insert into link (digest, kind, person_id, subject_id, made_at, ends_at, uses_left) values (:key, :kind, :person, null, :now, :ends_at, 1);

-- link_use(key blob, now instant) -> done 1 event none: the sign-in or set-up it opens leaves the event
update link set uses_left = uses_left - 1 where digest = :key and ends_at > :now and uses_left > 0;

-- links_drop(person person_id, kind word) -> done event none: an older link of the same kind ends when a new one is sent
delete from link where person_id = :person and kind = :kind;

-- link_take_back(person person_id, kind word, since instant) -> done event account.link_taken_back of person(:person) about person(:person)
delete from link where person_id = :person and kind = :kind and made_at >= :since;

-- links_drop_setup() -> done event none: one set-up link at a time
delete from link where kind = 'setup';

-- links_forget(before instant) -> done event none: upkeep
delete from link where ends_at < :before;

-- type link_made: n int

-- links_since(person person_id, kind word, since instant) -> link_made!  sees all: a count, for the rate limit
select (select count(l.digest) from link l where l.person_id = :person and l.kind = :kind and l.made_at > :since) as n from role r where r.key = 'admin';

-- type person_letter: name text, email text?

-- person_mail(person person_id) -> person_letter?  sees all: asked after the policy, when an account is made
select p.shown as name, p.email from person p where p.id = :person and p.erased_at is null;

-- account_begin(account account_id, person person_id, key text) -> done event none: the import that brings the person stands
insert into account (id, person_id, sign_in_key, secret, state, epoch, last_seen_on, version)
select :account, p.id, :key, null, 'invited', 1, null, 1 from person p
 where p.id = :person and not exists (select 1 from account a where a.person_id = p.id);

-- account_follow(person person_id, key text) -> done event none: the import that brings the new e-mail stands
-- Somebody who comes back has to be let in anew, with all that was of then ended.
update account set sign_in_key = :key, epoch = case when state = 'closed' then epoch + 1 else epoch end,
       state = case when state = 'closed' then 'invited' else state end, version = version + 1
 where person_id = :person and (sign_in_key <> :key or state = 'closed');

-- account_leave(person person_id) -> done event none: the import that ends the person stands
update account set state = 'closed', epoch = epoch + 1, secret = null, version = version + 1 where person_id = :person and state <> 'closed';
