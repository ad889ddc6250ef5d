// A change is taken back within ten seconds: the page says so with a form, and what stands behind it judges the time.
import { equal, holds, House, it, lacks, run } from '../house.mjs';

export const words = 'a change is taken back within ten seconds, and not later';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const [email, other] = made.out.split('\n').map((l) => l.split(' ')[1]);
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email), w = await house.signIn(other);
	await v.opens('/account');
	await v.fill('/account/tokens', { name: 'for the script', scopes: 'read', hours: '2' });
	const token = (await v.json('/account')).json.tokens[0].id, end = `/account/tokens/${token}/end`, keep = `/account/tokens/${token}/keep`;

	await it('the next page says what was done, and how to take it back', async () => {
		await v.opens('/account');
		const page = await v.does(end);
		holds(page.text, 'The token has ended.');
		equal(v.form(keep).method, 'post', 'the form');
		lacks(page.text, `action="${end}"`);
	});
	await it('nobody else takes it back', async () => {
		await w.opens('/account');
		equal((await w.post(keep)).status, 404, "another's token");
		equal((await v.json('/account')).json.tokens.length, 0, 'tokens');
	});
	await it('a way back that is bent, or of another session, is not offered', async () => {
		for (const cookie of ['told.token_ended~00~1~/sign-out', 'told.token_ended~', 'told.token_ended~x~y~z']) {
			w.cookies.set('tell', cookie);
			const page = await w.opens('/account');
			holds(page.text, 'The token has ended.');
			lacks(page.text, 'Undo');
		}
	});
	await it('it is taken back, once', async () => {
		holds((await v.does(keep)).text, 'The token goes on as before.');
		equal((await v.json('/account')).json.tokens[0].id, token, 'the token');
		equal((await v.post(keep)).status, 404, 'a second time');
	});
	await it('a page later the way back is no longer offered', async () => {
		await v.opens('/account');
		await v.does(end);
		lacks((await v.opens('/account')).text, 'Undo');
	});
	const admin = await house.signIn(made.out.match(/^admin (\S+)/m)[1]), link = /\/account\/link$/;
	const letters = (state) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('mail|') && l.includes('|reset|') && (!state || l.includes(`|${state}|`))).length;
	const links = () => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('link|') && l.includes('|reset|')).length;
	await it('a letter of such a change waits until it cannot be taken back any more', async () => {
		await admin.opens('/accounts?state=open');
		const page = await admin.does(link);
		holds(page.text, 'Undo');
		equal(letters('waiting'), 1, 'letters on their way');
		await new Promise((r) => setTimeout(r, 2500));
		equal(letters('waiting'), 1, 'letters on their way, after the queue was looked at');
		equal(links(), 1, 'links');
	});
	await it('taken back, it does not leave, and its link opens nothing', async () => {
		await admin.opens('/accounts?state=open');
		await admin.does(link);
		const back = admin.form(/\/back$/).action;
		holds((await admin.does(/\/back$/)).text, 'Taken back');
		equal(letters('dropped'), 1, 'letters dropped');
		equal(links(), 0, 'links, both of the last seconds');
		equal((await admin.post(back)).status, 409, 'a second time');
	});
	await house.stop();
	await house.start(['--today', '2026-11-25']);
	await it('a day later it is too late, and the page says so', async () => {
		const again = await house.signIn(email);
		await again.opens('/account');
		const r = await again.post(keep);
		equal(r.status, 409, 'a day later');
		holds(r.text, 'A change can be taken back for ten seconds, and they are over.');
		equal((await again.json('/account')).json.tokens.length, 0, 'tokens');
	});
	await house.stop();
}
