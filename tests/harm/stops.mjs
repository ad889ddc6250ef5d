// Stops: the server is told to stop while clients come and go. It ends by itself, with 0, every time; who was let in gets
// an answer, who comes later is turned away at once.
import { connect } from 'node:net';
import { equal, House, it, run } from '../house.mjs';

const CLIENTS = 12, THREADS = '8';
const soon = (ms) => new Promise((r) => setTimeout(r, ms));

/** One request on a connection of its own: a status, or 'turned away' before anything was said, or 'left' without an answer. */
function ask(port) {
	return new Promise((done) => {
		let text = '';
		const s = connect(port, '127.0.0.1', () => s.write(`GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`));
		s.on('data', (d) => { text += d; });
		s.on('error', (e) => done(e.code === 'ECONNREFUSED' ? 'turned away' : 'left'));
		s.on('close', () => done(text.slice(9, 12) || 'left'));
		s.setTimeout(30000, () => { s.destroy(); done('hangs'); });
	});
}

async function storm(port, alive, met) {
	await Promise.all(Array.from({ length: CLIENTS }, async () => {
		while (alive()) {
			const what = await ask(port);
			met.set(what, (met.get(what) ?? 0) + 1);
			if (what === 'turned away') await soon(5);
		}
	}));
}

export async function stops(db, random, times) {
	const met = new Map(), bad = [];
	let longest = 0;
	run(db, ['migrate', '--test']);
	for (let i = 0; i < times && bad.length < 3; i++) {
		const house = await new House(db).start([], { MERIDIAN_THREADS: THREADS });
		let alive = true;
		const asked = storm(house.port, () => alive, met);
		await soon(20 + Math.floor(60 * random()));
		const began = Date.now();
		house.child.kill('SIGTERM');
		const end = await house.ended;
		longest = Math.max(longest, Date.now() - began);
		alive = false;
		await asked;
		if (end.code !== 0) bad.push(`stop ${i + 1}: ${end.code ?? end.signal}: ${house.log.slice(-300)}`);
	}
	await it('stops: under clients that come and go it ends by itself every time', () => equal(bad.join('\n'), '', 'bad ends'));
	await it('stops: nobody hangs', () => equal(met.get('hangs') ?? 0, 0, 'clients that hang'));
	console.log(`note: stops: ${times} under ${CLIENTS} clients, the longest ${longest} ms; ${[...met].map(([k, n]) => `${n} ${k}`).join(', ')}`);
}
