-- Retry keys (H8): the same key gives the same answer, for 24 hours.
-- type retry_row: digest blob, route text, status int, goes_to text?

-- retry_of(account account_id, key text, since int) -> retry_row?  sees all: the caller's own key
select r.body_digest as digest, r.route, r.status, r.goes_to
  from retry_key r
 where r.account_id = :account and r.key = :key and r.at >= :since;

-- retry_keep(account account_id, key text, route text, digest blob, at int, status int, goes_to text) -> done event none: retry upkeep
-- A key older than a day may be used anew.
insert into retry_key (account_id, key, route, body_digest, at, status, goes_to)
values (:account, :key, :route, :digest, :at, :status, :goes_to)
on conflict (account_id, key) do update
   set route = excluded.route, body_digest = excluded.body_digest, at = excluded.at,
       status = excluded.status, goes_to = excluded.goes_to
 where retry_key.at < excluded.at - 86400000000;

-- retry_forget(before int) -> done event none: retry upkeep
delete from retry_key where at < :before;
