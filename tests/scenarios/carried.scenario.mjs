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
	await house.stop();
}
