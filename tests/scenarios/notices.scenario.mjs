// How each person is told: a bell that counts by itself, one letter a day or a week, quiet hours, or none.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, House, it, lacks, plain, run, until } from '../house.mjs';

export const words = 'notices wait under a bell that counts by itself, and each person chooses what comes by mail';

const spool = (db) => (existsSync(join(db.dir, 'spool')) ? readdirSync(join(db.dir, 'spool')).filter((f) => f.endsWith('.eml')).map((f) => readFileSync(join(db.dir, 'spool', f), 'utf8')) : []);
const to = (db, who, subject) => spool(db).filter((l) => l.includes(`To: <${who}>`) && (!subject || l.includes(`Subject: ${subject}`)));

/** An open page of a visitor: what it was told so far, and whether it has ended. */
async function listen(v) {
	const stop = new AbortController(), told = [], page = { told, ended: false, close: () => stop.abort() };
	const r = await fetch(`${v.house.site}/notices/stream`, { headers: { accept: 'text/event-stream', cookie: [...v.cookies].map(([k, c]) => `${k}=${c}`).join('; ') }, redirect: 'manual', signal: stop.signal });
	page.status = r.status;
	page.headers = r.headers;
	if (r.status !== 200) { await r.text(); page.ended = true; return page; }
	(async () => {
		let text = '';
		try {
			for await (const part of r.body) {
				text += Buffer.from(part).toString();
				for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
					const m = text.slice(0, end).match(/^event: unread\ndata: (\d+)$/);
					if (m) told.push(Number(m[1]));
				}
			}
		} catch { /* closed by us */ }
		page.ended = true;
	})();
	return page;
}

/* Days from the real one on: `meridian jobs` lives each until the day it is told. */
const day = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '4', '--today', day(0)]);
	equal(made.code, 0, made.err);
	const house = await new House(db).start(['--today', day(0)]);
	const emails = run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('person|')).map((l) => l.match(/[\w.'-]+@[\w.-]+/)?.[0]).filter(Boolean);
	const [giver, one] = [await house.signIn(emails[1]), await house.signIn(emails[2])];

	await it('a new page says so on the bell, and opening one reads it', async () => {
		const before = (await one.json('/notices')).json;
		const home = await one.opens('/');
		if (before.unread) holds(home.text, `<span class="unread-n">${before.unread}</span>`);
		equal(before.notices.length >= 0, true, 'list');
		for (const n of before.notices.slice(0, 1)) {
			const r = await one.get(`/notices/${n.id}`);
			equal(r.status, 303, 'opens');
			equal((await one.json('/notices')).json.unread, before.unread - (n.read_at ? 0 : 1), 'unread');
			equal((await giver.get(`/notices/${n.id}`)).status, 404, 'another\'s notice');
		}
	});

	await it('choices are kept, refused in a sentence, and kept apart from another tab\'s', async () => {
		await one.opens('/account/notices');
		const r = await one.fill('/account/notices', { rhythm: 'daily', quiet_from: '22:00', quiet_to: '' });
		equal(r.status, 422, 'half of quiet hours');
		holds(plain(r.text), 'Quiet hours have a beginning and an end');
		await one.opens('/account/notices');
		await one.does('/account/notices', { rhythm: 'weekly', quiet_from: '22:00', quiet_to: '06:30' });
		const kept = (await one.json('/account/notices')).json;
		equal(`${kept.rhythm} ${kept.quiet_from} ${kept.quiet_to}`, 'weekly 22:00 06:30', 'kept');
		equal((await one.fill('/account/notices', { version: 0, rhythm: 'never' })).status, 409, 'an old page');
	});

	await it('the page that stays open is told the number, and again when it changes', async () => {
		const page = await listen(one);
		equal(page.status, 200, 'stream');
		equal(page.headers.get('content-type'), 'text/event-stream', 'type');
		await until('the first number', () => page.told.length);
		const first = page.told.at(-1);
		equal(first, (await one.json('/notices')).json.unread, 'number');
		await one.opens('/notices');
		if (first) {
			await one.does('/notices/read');
			await until('nought', () => page.told.at(-1) === 0);
		}
		equal((await one.json('/notices')).json.unread, 0, 'unread');
		page.close();
	});

	await it('of one account\'s pages eight stay open: the oldest gives way', async () => {
		const pages = [];
		for (let i = 0; i < 9; i++) { pages.push(await listen(one)); await until('a number', () => pages[i].told.length); }
		equal(pages.every((p) => p.status === 200), true, 'nine');
		await until('the first to end', () => pages[0].ended);
		equal(pages.slice(1).some((p) => p.ended), false, 'the others');
		equal((await one.get('/')).status, 200, 'other pages go on');
		for (const p of pages) p.close();
	});

	await it('a program and ?once get the number alone; nobody else gets anything', async () => {
		equal(typeof (await one.json('/notices/stream')).json.unread, 'number', 'JSON');
		equal((await one.get('/notices/stream?once=1')).text.startsWith('{"unread":'), true, 'once');
		equal((await house.as('nobody').get('/notices/stream')).status, 303, 'without a session');
	});

	await it('a session that ends closes its page within seconds', async () => {
		const other = house.as('the same person, elsewhere');
		await other.get('/sign-in');
		equal((await other.post('/sign-in', { name: emails[2], password: 'meridian-demo' })).status, 303, 'sign in');
		const page = await listen(other);
		await until('the first number', () => page.told.length);
		await other.opens('/account');
		equal((await other.post('/sign-out', {})).status, 303, 'sign out');
		await until('the end', () => page.ended);
	});

	await it('a stop ends what is open and is clean', async () => {
		const pages = await Promise.all([listen(one), listen(giver)]);
		await until('numbers', () => pages.every((p) => p.told.length));
		const began = Date.now();
		await house.stop();
		await until('ends', () => pages.every((p) => p.ended));
		equal(Date.now() - began < 5000, true, 'within five seconds');
	});

	await it('a digest comes to those who want one, says why, carries no name and no text, and is not repeated', async () => {
		const daily = () => to(db, emails[2], 'Meridian: what is waiting').filter((l) => !l.includes('a week, on Monday')).length, before = daily();
		run(db, ['jobs', '--until', day(1)]);
		const all = spool(db).filter((l) => l.includes('Subject: Meridian: what is waiting and what is new') && !l.includes('a week, on Monday'));
		equal(all.length > 0, true, 'digests');
		const readers = all.map((l) => l.match(/To: <(.*)>/)[1]);
		equal(daily(), before, 'daily letters to who chose one a week');
		equal(readers.every((r) => readers.filter((o) => o === r).length <= 2), true, 'one a day each');
		for (const l of all) {
			holds(l, 'You get one such letter a day at most');
			holds(l, '/account/notices');
			holds(l, 'List-Unsubscribe: <');
		}
		const names = run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('person|')).map((l) => l.split('|').find((c) => /^\p{L}[\p{L}'.-]+ \p{L}/u.test(c))).filter(Boolean);
		equal(names.length > 5, true, 'names are known');
		for (const l of all) for (const n of names) lacks(l, n);
	});

	await it('a weekly reader gets theirs on Monday, once', async () => {
		run(db, ['jobs', '--until', day(8)]);
		const weekly = to(db, emails[2], 'Meridian: what is waiting').filter((l) => l.includes('a week, on Monday')).length;
		equal(weekly >= 1 && weekly <= 2, true, `${weekly} on two Mondays`);
		const again = spool(db).length;
		run(db, ['jobs', '--until', day(8)]);
		equal(spool(db).length, again, 'nothing twice');
	});
}
