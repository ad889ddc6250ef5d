// How long an import takes: node tests/corpus/bench.mjs [ROWS…]. Forty columns; a check, the import, the same file again, on each engine, by build/meridian.
// It prints figures and judges none: machines that build are shared.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines, freshDatabase, run, takes } from '../house.mjs';

takes('build/meridian');
const here = dirname(fileURLToPath(import.meta.url)), sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length ? sizes : [10000, 100000]) {
	const made = spawnSync('node', [join(here, 'large.mjs'), String(rows)], { maxBuffer: 1 << 28 });
	for (const engine of engines) {
		const db = freshDatabase(engine), file = join(db.dir, 'people.csv'), took = [];
		writeFileSync(file, made.stdout);
		run(db, ['migrate', '--test']);
		for (const more of [['--check'], [], []]) {
			const at = process.hrtime.bigint(), r = run(db, ['import', 'people', file, '--json', ...more]);
			took.push(`${more[0] ?? (took.length > 1 ? 'again' : 'import')} ${(Number(process.hrtime.bigint() - at) / 1e9).toFixed(2)} s`);
			if (r.code !== 0) console.log(`${engine}: exit ${r.code}: ${r.out.slice(0, 300)}${r.err.slice(0, 300)}`);
		}
		console.log(`${rows} rows, ${(made.stdout.length / 1e6).toFixed(1)} MB, ${engine}: ${took.join(', ')}`);
		db.gone();
	}
}
