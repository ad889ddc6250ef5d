// What was typed is not lost when the session ended meanwhile: it comes back after signing in, unsaved, with a button.
import { equal, holds, House, it, lacks, run } from '../house.mjs';

export const words = 'what was typed outlives the session';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const email = made.out.split('\n')[0].split(' ')[1];
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email);
	const part = (await v.json('/reviews')).json.parts.find((p) => p.relation === 'self' && p.state !== 'submitted');
	const form = await v.get(`/parts/${part.id}`);
	const text = form.text.match(/<textarea[^>]*name="(words\.\d+)"/)[1];
	const typed = 'Ledger retries moved without a single failed settlement & <no> loss.';
	const fields = { version: form.text.match(/name="version"[^>]*value="(\d+)"/)[1], [text]: typed, ...Object.fromEntries([...form.text.matchAll(/name="(version\.\d+)"[^>]*value="([^"]*)"/g)].map((m) => [m[1], m[2]])) };

	const other = house.as('another tab');
	other.cookies = new Map(v.cookies);
	await other.get('/account');
	await other.post('/sign-out');
	let kept;
	await it('a form sent after signing out elsewhere shows the sign-in page and keeps what was typed', async () => {
		kept = await v.post(`/parts/${part.id}`, fields);
		equal(kept.status, 401, 'status');
		holds(kept.text, 'What you wrote is kept');
		lacks(kept.text, 'failed settlement');
	});
	const carried = kept.text.match(/name="carried" value="([0-9a-f]+)"/)[1];
	v.last = kept;
	await it('a wrong password keeps it too', async () => {
		const r = await v.post('/sign-in', { name: email, password: 'not this one', carried });
		equal(r.status, 422, 'status');
		holds(r.text, `value="${carried}"`);
		v.last = r;
	});
	let back;
	await it('signed in, the text is there, and nothing is saved yet', async () => {
		back = await v.post('/sign-in', { name: email, password: 'meridian-demo', carried });
		equal(back.status, 200, 'status');
		holds(back.text, 'Ledger retries moved without a single failed settlement &amp; &lt;no&gt; loss.');
		lacks((await v.json(`/parts/${part.id}`)).text, 'Ledger retries');
	});
	await it('pressed, it is saved', async () => {
		v.last = back;
		const again = Object.fromEntries([...back.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2].replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')]));
		const r = await v.post(`/parts/${part.id}`, again);
		equal(r.status, 303, r.text.slice(0, 300));
		holds((await v.json(`/parts/${part.id}`)).text, 'Ledger retries moved');
	});
	await it('a form from another site is not carried', async () => {
		const w = house.as('nobody');
		await w.get('/sign-in');
		const r = await w.post(`/parts/${part.id}`, fields, { 'sec-fetch-site': 'cross-site' });
		equal(r.status, 303, 'status');
	});
	await it('what was carried is sealed: a changed one is nothing', async () => {
		const w = house.as('again');
		await w.get('/sign-in');
		const r = await w.post('/sign-in', { name: email, password: 'meridian-demo', carried: carried.replace(/.$/, (c) => (c === '0' ? '1' : '0')) });
		equal(r.status, 303, 'status');
	});
	await it('what is too long to be kept is said', async () => {
		const w = house.as('long');
		await w.get('/sign-in');
		const r = await w.post(`/parts/${part.id}`, { ...fields, [text]: 'x'.repeat(140000) });
		equal(r.status, 401, 'status');
		holds(r.text, 'too long to be kept');
		lacks(r.text, 'name="carried"');
	});
	await it('a password is never carried', async () => {
		const w = house.as('secret');
		await w.get('/sign-in');
		lacks((await w.post('/account/password', { old: 'meridian-demo', password: 'another long one' })).text, 'name="carried"');
	});
	await it('who signs in by a mailed link finds it in the window that is still open', async () => {
		const here = house.as('first window'), there = house.as('second window');
		await here.get('/sign-in');
		here.last = await here.post(`/parts/${part.id}`, fields);
		const before = house.mailedLink(email);
		const sent = await here.fill('/sign-in/link', { email });
		equal(sent.status, 200, 'the page that says to look in the mail');
		here.last = sent;
		const early = await here.fill('/sign-in/carried');
		equal(early.status, 401, 'pressed too early');
		here.last = sent;
		there.cookies = here.cookies;
		const link = await house.letter(email, before);
		await there.opens(link);
		equal((await there.fill(link)).status, 303, 'the link');
		equal((await here.fill('/sign-in/carried', {}, { 'sec-fetch-site': 'cross-site' })).status, 403, 'asked by another site');
		const again = await here.fill('/sign-in/carried');
		holds(again.text, 'Ledger retries moved');
		here.last = again;
		equal((await here.fill(`/parts/${part.id}`)).status < 500, true, 'sent');
	});
	await it('an address nobody has leaves as many rows as one that somebody has', async () => {
		const w = house.as('curious');
		const lines = () => run(db, ['dump']).out.split('\n').length;
		const before = lines();
		await w.opens('/sign-in');
		await w.does('/sign-in/link', { email: 'nobody@nowhere.example' });
		equal(lines() - before, 3, 'rows (a link, a letter, a job)');
	});
	await house.stop();
}
