// A session ends after twelve hours without use; a visit within five minutes writes nothing.
import { equal, House, it, run } from '../house.mjs';

export const words = 'a session ends when it is not used';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const email = made.out.split('\n')[0].split(' ')[1];
	const sessions = () => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('session|')).join('\n');
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email);
	const before = sessions();
	await it('a visit within five minutes writes nothing', async () => {
		equal((await v.get('/people')).status, 200, 'a page');
		equal(sessions(), before, 'sessions');
	});
	await house.stop();
	await house.start(['--today', '2026-11-25']);
	await it('the morning after, it has ended', async () => {
		const r = await v.get('/');
		equal(r.status, 303, 'home');
		equal(r.to.includes('/sign-in'), true, r.to);
	});
	await house.stop();
}
