// Load: sixteen clients read and write at once, on each engine; the server is told to stop in the middle and
// drains: what it acknowledged is there, nothing is broken, its exit is clean. Under TSan it also shows races.
import { equal, engines, finish, fresh, House, it, run } from '../house.mjs';
import { begin } from '../scenarios/steps.mjs';

const CLIENTS = 16, ROUNDS = Number(process.env.MERIDIAN_TEST_ROUNDS ?? 20);
const PAGES = ['/', '/people', '/people?words=a', '/forms', '/cycles', '/reviews', '/units', '/account', '/policy', '/nothing'];

/** One change; told that it is busy (503), it asks again with the same key, as it was told to. */
async function save(house, headers, n, i) {
	for (let tries = 0; ; tries++) {
		const written = await fetch(`${house.site}/forms`, { method: 'POST', redirect: 'manual', body: JSON.stringify({ name: `load ${n} ${i}`, start: 'empty' }),
			headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `load-${n}-${i}` } });
		await written.text();
		if (written.status !== 503 || !written.headers.get('retry-after') || tries === 20) return written.status;
	}
}

async function client(house, token, n, seen) {
	const headers = { authorization: `Bearer ${token}`, accept: n % 2 ? 'text/html' : 'application/json' };
	for (let i = 0; i < ROUNDS; i++) {
		const read = await fetch(house.site + PAGES[(n + i) % PAGES.length], { headers });
		await read.text();
		seen.push(read.status);
		seen.push(await save(house, headers, n, i));
	}
}

async function scenario(db) {
	run(db, ['migrate', '--test']);
	const house = await new House(db).start();
	await begin(house);
	const token = run(db, ['token', 'mira@north.example']).out.trim();
	const seen = [];
	await it(`sixteen clients at once get pages and save (${db.engine})`, async () => {
		await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(house, token, n, seen)));
		equal(seen.filter((s) => ![200, 201, 303, 404].includes(s)).join(' '), '', 'other statuses');
		equal(seen.length, CLIENTS * ROUNDS * 2, 'replies');
	});
	await it(`each save is there once (${db.engine})`, async () => {
		const lines = run(db, ['dump']).out.split('\n').filter((l) => /^form\|.*\|load \d+ \d+\|/.test(l));
		equal(lines.length, CLIENTS * ROUNDS, 'forms');
	});
	await it(`a stop in the middle of it all is clean (${db.engine})`, async () => {
		const storm = Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(house, token, n + 100, seen).catch(() => 'gone')));
		await fetch(`${house.site}/healthz`);
		house.child.kill('SIGTERM');
		await storm;
		await house.stop();
	});
}

for (const engine of engines) await fresh(engine, scenario);
finish();
