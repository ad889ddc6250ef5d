// Harm to letters: the server is killed while it sends. What was promised arrives; what arrives twice is the same letter,
// and was the one on its way at a kill.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { equal, House, it, run, runAside } from '../house.mjs';
import { begin } from '../scenarios/steps.mjs';
import { Sink } from '../smtp_sink.mjs';

const CLIENTS = 4, TRIES = 200, PAUSE = 15;
const day = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);
const address = (n) => `p${n}@north.example`;
const file = (n) => `Employee ID,Name,Work E-mail\r\n${Array.from({ length: n }, (_, i) => `N-${i},Person ${i},${address(i)}\r\n`).join('')}`;
const waiting = (db) => Number(spawnSync('sqlite3', [join(db.dir, 'm.db'), "select count(*) from mail where state = 'waiting'"], { encoding: 'utf8' }).stdout);
const soon = (ms) => new Promise((r) => setTimeout(r, ms));

const groups = (all, key) => all.reduce((m, one) => m.set(key(one), [...m.get(key(one)) ?? [], one]), new Map());

/** Asks for a sign-in link of one person after the other, each once, until the server is gone; promised: to whom one was. */
async function storm(house, people, promised, alive) {
	await Promise.all(Array.from({ length: CLIENTS }, async (_, i) => {
		const v = house.as(`client ${i}`);
		try {
			while (alive() && people.length) {
				await v.get('/sign-in');
				const who = people.shift();
				if (!who) break;        /* another client took the last one meanwhile */
				const r = await v.post('/sign-in/link', { email: who });
				if (r.status >= 400) throw new Error(`refused: ${r.status} ${r.text.slice(0, 200)}`);
				promised.add(who);
				await soon(PAUSE);      /* as fast as they go out: so that there is always one on its way, and not many behind it */
			}
		} catch (e) { if (String(e).includes('refused')) throw e; }
	}));
}

/** Kills until the wished number of kills met letters being sent. */
export async function mailKills(db, random, times) {
	const sink = await new Sink().start(), people = Array.from({ length: TRIES * times }, (_, i) => address(i));
	const promised = new Set(), onTheWay = new Set(), told = sink.settings();
	let house = new House(db), met = 0;
	run(db, ['migrate', '--test']);
	await house.start([], told);
	await begin(house);
	equal(run(db, ['import', 'people', '-'], file(people.length)).code, 0, 'import');
	/* At each stage of a letter's way some time goes by, so that a kill meets each; most of it once the letter is taken and not yet said to be. */
	sink.ways = (stage, talk) => { talk.stage = stage; return null; };
	sink.pace = (talk) => ({ before: Math.floor((talk.stage === 'end' ? 40 : 6) * random()) });

	for (let i = 0; i < times; i++) {
		let alive = true;
		const before = sink.taken.length, asked = storm(house, people, promised, () => alive);
		await soon(1200 + Math.floor(900 * random()));
		house.child.kill('SIGKILL');
		alive = false;
		await asked;
		await house.ended;
		await soon(100);                /* what it had said by then has reached the mail server */
		const sent = sink.taken.slice(before);
		met += sent.length > 0 && waiting(db) > 0;
		if (sent.length) onTheWay.add(sent.at(-1).id);
		house = new House(db);
		await house.start([], told);
	}
	await house.stop();
	sink.pace = () => null;
	equal((await runAside(db, ['jobs', '--until', day(2)], told)).code, 0, 'jobs');

	const byReader = groups(sink.taken, (l) => l.to[0]), twice = [...groups(sink.taken, (l) => l.id)].filter(([, l]) => l.length > 1);
	await it('mail: kills met letters on their way', () => equal(met > times / 2, true, `${met} of ${times} kills met letters`));
	await it('mail: every letter that was promised arrived', () => {
		equal([...promised].filter((p) => !byReader.has(p)).join(' '), '', 'readers without their letter');
		equal(waiting(db), 0, 'letters still waiting');
	});
	await it('mail: a reader has one letter, however often it came', () => {
		for (const [reader, letters] of byReader) equal(new Set(letters.map((l) => l.text)).size, 1, `letters to ${reader}`);
	});
	await it('mail: a kill between taken and said to be taken was among them', () => equal(twice.length > 0, true, `${twice.length} letters came twice`));
	await it('mail: what came twice was on its way at a kill, and came no more than once a kill', () => {
		equal(twice.filter(([id]) => !onTheWay.has(id)).map(([id]) => id).join(' '), '', 'letters twice without a reason');
		equal(sink.taken.length - byReader.size <= times, true, 'letters too many');
	});
	await it('mail: the file is whole', () => equal(spawnSync('sqlite3', [join(db.dir, 'm.db'), 'pragma integrity_check'], { encoding: 'utf8' }).stdout.trim(), 'ok', 'integrity_check'));
	await sink.stop();
	console.log(`note: mail: killed ${times} times, ${met} of them with letters waiting: ${promised.size} letters promised, ${byReader.size} arrived, ${sink.taken.length - byReader.size} of them twice`);
}
