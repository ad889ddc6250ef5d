// The program by its verbs: forms and exit codes that scripts rely on.
import { equal, holds, House, it, run } from '../house.mjs';
import { begin } from './steps.mjs';

export const words = 'the verbs say what they did, by words and by exit codes';

export default async function scenario(db) {
	const bare = (args, more) => run(db, args, '', more);

	await it('version, help and each verb\'s help are there; what is no verb is 2', () => {
		holds(bare(['version']).out, 'meridian ');
		const help = bare(['--help']);
		equal(help.code, 0, 'help');
		for (const verb of ['serve', 'migrate', 'demo', 'import', 'admin', 'token', 'jobs', 'routes', 'audit']) {
			holds(help.out, verb);
			const own = bare([verb, '--help']);
			equal(own.code, 0, `${verb} --help`);
			holds(own.out, verb);
		}
		equal(bare(['no-such-verb']).code, 2, 'no such verb');
		equal(bare([]).code, 2, 'nothing at all');
	});
	await it('a setting nobody knows is refused in a sentence', () => {
		const r = bare(['version', '--x'], { MERIDIAN_NO_SUCH: '1' });
		const s = bare(['migrate'], { MERIDIAN_NO_SUCH: '1' });
		equal(s.code, 2, 'exit code');
		holds(s.err, 'MERIDIAN_NO_SUCH');
		equal(r.code, 0, 'version needs no settings');
	});
	await it('routes are a line each: method, path, permission, subject', () => {
		const lines = bare(['routes']).out.trim().split('\n');
		if (lines.length < 50) throw new Error(`${lines.length} lines`);
		for (const l of lines) if (!/^(GET|POST|PUT|DELETE) \/\S* [a-z-]+ [a-z-]+$/.test(l)) throw new Error(l);
		equal(JSON.parse(bare(['routes', '--json']).out).length, lines.length, 'as JSON');
	});
	await it('an option a verb does not have is refused, nothing done', () => {
		const r = run(db, ['demo', '--peple', '12']);
		equal(r.code, 2, 'code');
		holds(r.err, 'has no option --peple');
	});
	await it('a real database is not told what day it is', () => {
		equal(bare(['migrate']).code, 0, 'migrate');
		equal(bare(['migrate']).code, 0, 'migrate again');
		for (const args of [['serve', '--today', '2027-01-01'], ['jobs', '--until', '2027-01-01']]) {
			const r = bare(args);
			equal(r.code !== 0, true, args.join(' '));
			holds(r.out + r.err, 'demo or test database');
		}
	});
	await it('a test database is; but not a day that is none', () => {
		equal(bare(['migrate', '--test']).code, 0, 'migrate --test');
		equal(bare(['jobs', '--until', '2027-01-01']).code, 0, 'jobs --until');
		equal(bare(['jobs', '--until', '2027-02-30']).code !== 0, true, 'no such day');
		equal(typeof JSON.parse(bare(['jobs', '--json']).out).done, 'number', 'jobs --json');
	});
	const house = new House(db);
	await house.start(['--today', '2026-11-24']);
	await begin(house);
	await it('while serving, a token and a link are printed, a role is given', async () => {
		const token = run(db, ['token', 'mira@north.example']);
		equal(token.code, 0, 'token');
		if (!/^\S{20,}\n$/.test(token.out)) throw new Error('not a token alone on a line');
		for (const hours of ['0', '9000', '-1', 'x']) equal(run(db, ['token', 'mira@north.example', '--hours', hours]).code, 2, `--hours ${hours}`);
		equal(run(db, ['admin', 'grant', 'mira@north.example', 'performance']).code, 0, 'grant');
		equal(run(db, ['admin', 'grant', 'mira@north.example', 'emperor']).code !== 0, true, 'no such role');
		const link = run(db, ['admin', 'link', 'mira@north.example']);
		equal(link.code, 0, 'link');
		const path = link.out.match(/\/link\/\S+/)[0], v = house.as('by the printed link');
		await v.opens(path);
		equal((await v.fill(path)).status, 303, 'sign-in by it');
		equal((await v.get(path)).status, 410, 'a second time');
		equal(run(db, ['admin', 'link', 'nobody@north.example']).code, 1, 'a link for nobody');
	});
	await it('a verb that needs the database for itself says so while serving', () => {
		if (db.engine !== 'sqlite') return;
		const r = run(db, ['demo', '--people', '12', '--seed', '1']);
		equal(r.code !== 0, true, 'demo');
		if (!(r.out + r.err).trim()) throw new Error('no sentence');
	});
	await it('verify refuses what is no record, and needs a file', () => {
		equal(run(db, ['audit', 'verify']).code, 2, 'no file');
		equal(run(db, ['audit', 'verify', '--record', `${db.dir}/keys`]).code, 1, 'another file');
	});
	await house.stop();
}
