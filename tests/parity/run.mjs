// Parity: the same demo organisation on both engines, then every statement on both.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { freshDatabase, program, run } from '../house.mjs';

const dbs = [freshDatabase('sqlite'), freshDatabase('postgres')];
let code = 1;
try {
	const dumps = dbs.map((db) => {
		const made = run(db, ['demo', '--people', '60', '--seed', '3', '--today', '2026-11-24']);
		if (made.code !== 0) throw new Error(`no demo on ${db.engine}: ${made.err}`);
		return run(db, ['dump']).out;
	});
	const sums = dumps.map((d) => createHash('sha256').update(d).digest('hex'));
	const rows = dumps.map((d) => d.split('\n').length - 1);
	console.log(`note: dump of ${rows[0]} rows on SQLite, ${rows[1]} on PostgreSQL, ${sums[0] === sums[1] ? 'equal' : 'DIFFERENT'}`);
	const r = spawnSync(join(dirname(program), 'parity'), dbs.map((db) => db.url), { encoding: 'utf8', env: { ...process.env }, maxBuffer: 1 << 28 });
	process.stdout.write(r.stdout + r.stderr);
	code = r.status === 0 && sums[0] === sums[1] && rows[0] > 100 ? 0 : 1;
} catch (e) {
	console.log(`not ok - ${e.message}\n0 passed, 1 failed`);
} finally {
	for (const db of dbs) db.gone();
}
process.exit(code);
