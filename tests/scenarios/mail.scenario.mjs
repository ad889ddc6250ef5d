// Mail goes by a mail server of the organisation's own: encrypted, tried again when it is down, never lost, never twice.
import { equal, holds, House, it, lacks, plain, run, runAside, until } from '../house.mjs';
import { begin } from './steps.mjs';
import { Sink } from '../smtp_sink.mjs';

export const words = 'letters go by SMTP, are tried again, and an administrator sees why one did not arrive';

const PASSWORD = 'a mail password 1234';
const later = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);
const days = Array.from({ length: 10 }, (_, i) => later(i + 1));
const file = (n) => `Employee ID,Name,Work E-mail\r\n${Array.from({ length: n }, (_, i) => `N-${i},Person ${i},p${i}@north.example\r\n`).join('')}`;
const states = (db) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('mail|')).map((l) => l.split('|'));

/** Asks for a sign-in link for each: one letter each. */
async function ask(house, who) {
	const v = house.as('nobody in particular');
	for (const w of who) {
		await v.opens('/sign-in');
		await v.does('/sign-in/link', { email: w });
	}
}

export default async function scenario(db) {
	const sink = await new Sink({ user: 'meridian', password: PASSWORD }).start(), N = 5;
	/* Links are sent to one address three times at most: each part has people of its own. */
	let people, had = 0;
	const others = () => { people = Array.from({ length: N }, () => `p${had++}@north.example`); };
	run(db, ['migrate', '--test']);
	let house = await new House(db).start([], sink.settings());
	await begin(house);
	const more = sink.settings();
	equal(run(db, ['import', 'people', '-'], file(80)).code, 0, 'import');

	await it('a letter goes encrypted, signed in, with its headers', async () => {
		others();
		await ask(house, people);
		await until('five letters', () => sink.taken.length === N);
		equal(sink.taken.every((l) => l.secure), true, 'STARTTLS');
		equal(new Set(sink.taken.map((l) => l.id)).size, N, 'Message-IDs');
		equal(sink.taken.map((l) => l.to[0]).sort().join(' '), [...people].sort().join(' '), 'readers');
		const one = sink.taken[0].text;
		holds(one, 'From: Meridian <meridian@north.example>');
		holds(one, 'Auto-Submitted: auto-generated');
		lacks(one, 'List-Unsubscribe');
		holds(one, '/link/');
	});

	await it('the mail server is down: nothing is lost, and it goes when it is back', async () => {
		others();
		sink.taken.length = 0;
		sink.ways = (stage) => (stage === 'greeting' ? '421 not today' : null);
		await ask(house, people);
		await until('a try', () => house.log.match(/kind=mail .*answered 421 to the greeting/));
		await house.stop();
		equal(sink.taken.length, 0, 'taken');
		sink.ways = () => null;
		equal((await runAside(db, ['jobs', '--until', days[0]], more)).code, 0, 'jobs');
		equal(sink.taken.length, N, 'taken after it came back');
		equal(new Set(sink.taken.map((l) => l.id)).size, N, 'each once');
	});

	await it('greylisted, dropped in the middle, refused for now: each arrives once, under one Message-ID', async () => {
		others();
		await house.start([], more);
		sink.taken.length = 0;
		const met = new Map(), ids = new Map();
		sink.ways = (stage, talk) => {
			const n = met.get(talk.reader) ?? 0;
			if (stage === 'rcpt') { met.set(talk.reader, n + 1); return n === 0 && talk.reader === people[0] ? '451 come back later' : null; }
			if (stage === 'middle') return n === 1 && talk.reader === people[1] ? 'drop' : null;
			if (stage === 'data') return n === 1 && talk.reader === people[2] ? '452 full' : null;
			if (stage === 'end') return n === 1 && talk.reader === people[3] ? 'drop' : null;
			return null;
		};
		await ask(house, people);
		await until('the one that met no trouble', () => sink.taken.length >= 1 && met.size === N);
		await house.stop();
		for (const d of days.slice(0, 2)) await runAside(db, ['jobs', '--until', d], more);
		equal(sink.taken.map((l) => l.to[0]).sort().join(' '), [...people].sort().join(' '), 'readers');
		for (const l of sink.taken) ids.set(l.id, (ids.get(l.id) ?? 0) + 1);
		equal([...ids.values()].every((n) => n === 1), true, 'each once');
		sink.ways = () => null;
	});

	await it('an address the server refuses for good comes back: it stands on the health page, and is tried again when asked', async () => {
		others();
		await house.start([], more);
		sink.taken.length = 0;
		sink.ways = (stage, talk) => (stage === 'rcpt' && talk.reader === people[1] ? '550 nobody here' : null);
		const tries = sink.tries;
		await ask(house, [people[1]]);
		const mira = await house.as('mira@north.example');
		const page = await until('the health page', async () => { const p = plain((await mira.get('/health')).text); return p.includes('answered 550 to RCPT') && p; });
		holds(page, people[1]);
		equal(sink.tries - tries, 1, 'tries');
		equal(states(db).filter((m) => m.includes('bounced')).length, 1, 'bounced');
		const text = (await mira.opens('/health')).text, to = text.match(/\/health\/jobs\/\d+\/again/)[0];
		sink.ways = () => null;
		await mira.does(to);
		await until('the letter after all', () => sink.taken.length === 1);
		holds(plain((await mira.opens('/health')).text), 'None. Work that failed');
		equal((await mira.post(to, {})).status, 409, 'again, when it is done');
		await house.stop();
	});

	await it('a wrong password, and our own address refused, are the settings\' fault: the letters wait', async () => {
		others();
		sink.taken.length = 0;
		await house.start([], { ...more, MERIDIAN_SMTP_USER: 'somebody else' });
		await ask(house, [people[2]]);
		await until('a refused sign-in', () => /refused user or password|answered 535/.test(house.log));
		await house.stop();
		equal(sink.taken.length, 0, 'taken');
		sink.ways = (stage) => (stage === 'mail' ? '553 not from you' : null);
		await runAside(db, ['jobs', '--until', days[3]], more);
		equal(states(db).filter((m) => m.includes('waiting')).length, 1, 'waiting');
		sink.ways = () => null;
		await runAside(db, ['jobs', '--until', days[4]], more);
		equal(sink.taken.length, 1, 'taken');
	});

	await it('without STARTTLS nothing is sent, unless that was said', async () => {
		others();
		const open = await new Sink({ tls: false }).start();
		await house.start([], open.settings());
		await ask(house, [people[3]]);
		await until('a refusal', () => house.log.includes('offers no encryption'));
		equal(open.taken.length + open.tries, 0, 'sent in the open');
		await house.stop();
		await runAside(db, ['jobs', '--until', days[6]], open.settings({ MERIDIAN_SMTP_WITHOUT_TLS: 'yes' }));
		equal(open.taken.length, 1, 'sent because it was said');
		await open.stop();
	});

	await it('a certificate of somebody else is not trusted', async () => {
		others();
		const other = await new Sink().start();
		await house.start([], { ...other.settings(), MERIDIAN_SMTP_CA: sink.cert.file });
		await ask(house, [people[4]]);
		await until('a refusal', () => house.log.includes('certificate cannot be trusted'));
		equal(other.taken.length, 0, 'sent');
		await house.stop();
		await runAside(db, ['jobs', '--until', days[8]], more);
		await other.stop();
	});

	await it('a server that takes a letter and falls over before it says so gets it again, the same letter under the same Message-ID', async () => {
		others();
		sink.taken.length = 0;
		let fell = 0;
		sink.ways = (stage, talk) => (stage === 'end' && talk.reader === people[0] && fell++ === 0 ? 'taken, then drop' : null);
		await house.start([], more);
		await ask(house, people);
		await until('the others', () => new Set(sink.taken.map((l) => l.to[0])).size === N);
		await until('why it is tried again', () => /kind=mail .*broke off/.test(house.log));
		await house.stop();
		equal((await runAside(db, ['jobs', '--until', days[9]], more)).code, 0, 'jobs');
		const twice = sink.taken.filter((l) => l.to[0] === people[0]);
		equal(twice.length, 2, 'times taken');
		equal(twice[0].text, twice[1].text, 'the letter, its Message-ID and all');
		equal(sink.taken.length, N + 1, 'letters taken');
		sink.ways = () => null;
	});

	await it('a server that answers byte by byte gets its letters, and pages do not wait for it', async () => {
		others();
		sink.taken.length = 0;
		sink.pace = () => ({ each: 8 });
		await house.start([], { ...more, MERIDIAN_SMTP_SECONDS: '60' });
		await ask(house, people);
		let slowest = 0;
		await until('five letters', async () => {
			const began = Date.now();
			equal((await house.as('somebody').get('/sign-in')).status, 200, 'a page');
			slowest = Math.max(slowest, Date.now() - began);
			return sink.taken.length === N;
		});
		equal(slowest < 1000, true, `a page within a second, not ${slowest} ms`);
		equal(new Set(sink.taken.map((l) => l.id)).size, N, 'each once');
		await house.stop();
	});

	await it('a reader at whom the server falls asleep is given up for now: the letters behind go out, and the stop is quick', async () => {
		others();
		sink.taken.length = 0;
		sink.pace = (talk) => (talk.reader === people[0] ? { before: 30000 } : null);
		await house.start([], { ...more, MERIDIAN_SMTP_SECONDS: '2' });
		await ask(house, people);
		await until('the four others', () => sink.taken.length === N - 1);
		await until('why', () => /kind=mail .*did not answer in time/.test(house.log));
		const began = Date.now();
		await house.stop();
		equal(Date.now() - began < 8000, true, 'the stop');
		sink.pace = () => null;
		equal((await runAside(db, ['jobs', '--until', later(20)], more)).code, 0, 'jobs');
		equal(sink.taken.map((l) => l.to[0]).sort().join(' '), [...people].sort().join(' '), 'readers');
	});

	await it('the password is in no log, no dump, and no letter', async () => {
		others();
		const dump = run(db, ['dump']).out;
		for (const text of [house.log, dump, ...sink.taken.map((l) => l.text)]) lacks(text, PASSWORD);
		lacks(dump, Buffer.from(PASSWORD).toString('hex'));
		lacks(house.log, Buffer.from(`\0meridian\0${PASSWORD}`).toString('base64'));
		equal(sink.logins > 0, true, 'it was used');
	});

	await it('settings that cannot work are refused at start, in a sentence', async () => {
		others();
		for (const [more, sentence] of [[{ MERIDIAN_SMTP_URL: 'http://x' }, 'MERIDIAN_SMTP_URL'], [{ MERIDIAN_SMTP_URL: 'smtp://a:b@x' }, 'MERIDIAN_SMTP_USER'],
			[{ MERIDIAN_MAIL_FROM: 'x\ny' }, 'MERIDIAN_MAIL_FROM'], [{ MERIDIAN_SMTP_WITHOUT_TLS: 'maybe' }, 'MERIDIAN_SMTP_WITHOUT_TLS'], [{ MERIDIAN_SMTP_SECONDS: '61' }, 'MERIDIAN_SMTP_SECONDS'], [{ MERIDIAN_SMTP_SECONDS: 'soon' }, 'MERIDIAN_SMTP_SECONDS']]) {
			const r = run(db, ['jobs'], '', more);
			equal(r.code, 1, sentence);
			holds(r.out, sentence);
		}
	});
	await sink.stop();
}
