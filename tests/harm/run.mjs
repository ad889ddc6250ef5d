// Harm: the server is killed while sixteen clients write numbered rows with retry keys. What was acknowledged
// is there once; what was not is there once after it is asked again with the same key. Letters: mail.mjs.
// `run.mjs NAME…` runs only those: rows, mail, stops.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { equal, finish, fresh, House, it, root, run, takes, wrong } from '../house.mjs';
import { begin } from '../scenarios/steps.mjs';
import { mailKills } from './mail.mjs';
import { stops } from './stops.mjs';

const CLIENTS = 16, TIMES = Number(process.env.MERIDIAN_TEST_KILLS ?? 20), SEED = Number(process.env.MERIDIAN_TEST_SEED ?? 1);
const plainBuild = join(root, 'build/meridian');

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed) {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

function sqlite(db, sql) {
	const r = spawnSync('sqlite3', [join(db.dir, 'm.db'), sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (r.error || r.status !== 0) throw new Error(`sqlite3: ${r.error ?? r.stderr}`);
	return r.stdout.trim();
}

class Writers {
	constructor(tokens) { this.tokens = tokens; this.next = 0; this.kept = new Map(); this.open = new Map(); }

	/** One change: acknowledged, or left open. */
	async write(site, token, number) {
		const key = `row-${number}`;
		this.open.set(number, key);
		const r = await fetch(`${site}/forms`, { method: 'POST', redirect: 'manual', body: JSON.stringify({ name: key, start: 'empty' }),
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key } });
		const text = await r.text();
		if (r.status === 503) return;
		if (r.status !== 303 && r.status !== 200 && r.status !== 201) throw new Error(`row ${number} was refused: ${r.status} ${text.slice(0, 300)}`);
		this.kept.set(number, r.headers.get('location'));
		this.open.delete(number);
	}

	/** All clients, each one change after the other, until the server is gone. */
	async storm(site, alive) {
		const faults = [];
		await Promise.all(this.tokens.map(async (token) => {
			while (alive()) {
				try { await this.write(site, token, ++this.next); } catch (e) {
					if (String(e).includes('refused')) faults.push(e);
					return;
				}
			}
		}));
		if (faults.length) throw faults[0];
	}

	async again(site) {
		const asked = [...this.open.keys()];
		await Promise.all(asked.map((n, i) => this.write(site, this.tokens[i % this.tokens.length], n)));
		return asked.length;
	}
}

async function kills(db) {
	const random = chance(SEED);
	let house = new House(db), retried = 0, during = 0, shown = 0;
	run(db, ['migrate', '--test']);
	await house.start();
	await begin(house);
	const token = run(db, ['token', 'mira@north.example', '--hours', '24']).out.trim();
	const writers = new Writers(Array(CLIENTS).fill(token));

	for (let i = 0; i < TIMES; i++) {
		let alive = true;
		const storm = writers.storm(house.site, () => alive);
		const ms = 5 + Math.floor(495 * random());
		const killed = new Promise((done) => setTimeout(() => { house.child.kill('SIGKILL'); done(); }, ms));
		await killed;
		alive = false;
		await storm;
		await house.ended;
		const open = writers.open.size;
		during += open;
		await it(`kill ${i + 1}, ${ms} ms in: the file is whole`, () => {
			equal(sqlite(db, 'pragma integrity_check'), 'ok', 'integrity_check');
			equal(sqlite(db, 'pragma foreign_key_check'), '', 'foreign_key_check');
		});
		house = new House(db);
		await house.start();
		const rows = new Map(sqlite(db, "select name, count(*) from form where name like 'row-%' group by name").split('\n').filter(Boolean).map((l) => l.split('|')));
		await it(`kill ${i + 1}: every acknowledged row is there once`, () => {
			for (const n of writers.kept.keys()) equal(rows.get(`row-${n}`), '1', `row ${n}`);
		});
		shown += [...writers.open.keys()].filter((n) => rows.has(`row-${n}`)).length;
		retried += await writers.again(house.site);
		await it(`kill ${i + 1}: what was not acknowledged is there once after it is asked again`, () => {
			equal(writers.open.size, 0, 'still open');
			equal(sqlite(db, "select count(*) || ' ' || count(distinct name) from form where name like 'row-%'"), `${writers.kept.size} ${writers.kept.size}`, 'rows and names');
		});
	}
	await it('every row left one event', () => equal(sqlite(db, "select count(*) from event where verb = 'form.begun'"), String(writers.kept.size), 'events'));
	await house.stop();
	console.log(`note: killed ${TIMES} times under ${CLIENTS} clients: ${writers.kept.size} rows acknowledged, ${during} in flight at a kill (${shown} of them already kept), ${retried} asked again, each there once; seed ${SEED}`);
}

takes('build/meridian');
if (!existsSync(plainBuild) && !process.env.MERIDIAN_PROGRAM) wrong('build/meridian is not there');
else {
	const asked = process.argv.slice(2), wanted = (name) => !asked.length || asked.includes(name);
	if (wanted('rows')) await fresh('sqlite', kills);
	if (wanted('mail')) await fresh('sqlite', (db) => mailKills(db, chance(SEED), Math.ceil(TIMES / 2)));
	if (wanted('stops')) await fresh('sqlite', (db) => stops(db, chance(SEED), Number(process.env.MERIDIAN_TEST_STOPS ?? 2 * TIMES)));
}
finish();
