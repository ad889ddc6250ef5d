// The circles that lists join and the policy that pages ask are two forms of one rule: for every viewer and record
// of a demo they must agree, in every state there is.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { equal, House, it, run } from '../house.mjs';

export const words = 'circles and the policy agree on every person, review and piece of feedback';

/** Rows of one query, each a list of texts; the database is only read. */
function rows(db, sql) {
	const r = db.engine === 'sqlite' ? spawnSync('sqlite3', ['-readonly', join(db.dir, 'm.db'), sql], { encoding: 'utf8' })
		: spawnSync('psql', ['-qAt', db.url, '-c', sql], { encoding: 'utf8' });
	if (r.status !== 0) throw new Error(`${sql}: ${r.stderr}`);
	return r.stdout.trim().split('\n').filter(Boolean).map((l) => l.split('|'));
}

/** What differs between what a circle holds and what pages let through, in words. */
function differences(held, shown, name) {
	return [...new Set([...held, ...shown])].filter((id) => held.has(id) !== shown.has(id))
		.map((id) => `${name} ${id} is ${held.has(id) ? 'in the circle and refused' : 'shown and not in the circle'}`);
}

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '40', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const house = await new House(db).start(['--today', '2026-11-24']);
	const people = rows(db, "select person_id from person_now order by person_id").map((r) => r[0]);
	const reviews = rows(db, 'select id, person_id, state from review order by id');
	const roles = made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2);
	const above = rows(db, "select p.email from person p join person_now n on n.person_id = p.id where n.reports > 0 and n.employed = 1 and p.email is not null order by p.id limit 4").map((r) => ['manager', r[0]]);
	let asked = 0, lists = 0;
	for (const [role, email] of [...roles, ...above]) await it(`${role} ${email} sees the same by page and by circle`, async () => {
		const [[viewer]] = rows(db, `select id from person where email = '${email}'`);
		const v = house.as(email);
		v.token = run(db, ['token', email]).out.trim();
		const shown = { person: new Set(), review: new Set() };
		for (const id of people) if ((await v.json(`/people/${id}`)).json.spells) shown.person.add(id);
		for (const [id] of reviews) if ((await v.json(`/reviews/${id}`)).status === 200) shown.review.add(id);
		asked += people.length + reviews.length;
		const listed = [];
		for (const { id } of (await v.json('/cycles')).json?.cycles ?? []) for (const r of (await v.json(`/cycles/${id}`)).json?.reviews ?? []) listed.push(['a cycle', r.id]);
		for (const r of (await v.json('/team')).json.reviews) listed.push(['the team', r.id]);
		for (const r of (await v.json('/reviews')).json.reviews) listed.push(['their own', r.id]);
		lists += listed.length;
		equal(listed.filter(([, id]) => !shown.review.has(String(id))).map(([where, id]) => `${id} of ${where}`).slice(0, 6).join('; '), '', 'listed and refused');
		const held = (kind) => new Set(rows(db, `select distinct ${kind}_id from visible_${kind} where viewer_id = ${viewer}`).map((r) => r[0]));
		const state = new Map(reviews.map(([id, person, s]) => [id, `${s} of ${person}`]));
		const faults = [...differences(held('person'), shown.person, 'person'), ...differences(held('review'), shown.review, 'review').map((w) => `${w} (${state.get(w.split(' ')[1])})`)];
		equal(faults.slice(0, 6).join('; '), '', `${faults.length} of viewer ${viewer}`);
	});
	let given = 0;
	for (const [role, email] of [...roles.slice(0, 9), ...above.slice(0, 2)]) await it(`${role} ${email} reads the feedback of their circle and no other, and lists show nothing else`, async () => {
		const [[viewer]] = rows(db, `select id from person where email = '${email}'`), v = house.as(email);
		const held = new Set(rows(db, `select feedback_id from visible_feedback where viewer_id = ${viewer} union select id from feedback where seen_by = 'all' and withdrawn_at is null`).map((r) => r[0]));
		/* All of the circle, and as many besides. */
		const some = new Set([...[...held].slice(0, 40), ...rows(db, 'select id from feedback order by id').map((r) => r[0]).filter((id) => !held.has(id)).slice(0, 80)]);
		const shown = new Set();
		for (const f of some) if ((await v.json(`/feedback/${f}`)).status === 200) shown.add(f);
		equal(differences(new Set([...some].filter((f) => held.has(f))), shown, 'feedback').slice(0, 6).join('; '), '', `of viewer ${viewer}`);
		const listed = [];
		for (const list of ['/feedback', '/feedback?box=given', '/feedback?box=team', '/feedback/praise']) listed.push(...(await v.json(list)).json.lines.map((l) => String(l.id)));
		equal(listed.filter((f) => !held.has(f)).join(' '), '', 'listed outside the circle');
		const notes = rows(db, 'select s.id, s.author_id, n.manager_id, s.journal_id from journal_shared s join person_now n on n.person_id = s.author_id');
		for (const [id, author, manager, note] of notes) {
			equal((await v.json(`/shared/${id}`)).status, [author, manager].includes(viewer) ? 200 : 404, `shared note ${id}`);
			equal((await v.json(`/journal/${note}`)).status, author === viewer ? 200 : 404, `note ${note}`);
		}
		given += some.size + listed.length + notes.length;
	});
	await it('there was feedback to look at', () => { if (given < 200) throw new Error(`${given}`); });
	await house.stop();
	await it('lists have rows', () => { if (!lists) throw new Error('no list showed a review'); });
	console.log(`note: ${asked} records asked for by ${roles.length + above.length} viewers on ${db.engine}, ${lists} rows of lists, in states ${[...new Set(reviews.map((r) => r[2]))].join(' ')}`);
}
