// Equal seeds and days give equal organisations.
import { createHash } from 'node:crypto';
import { equal, freshDatabase, it, run } from '../house.mjs';

export const words = 'a demo is the same wherever it is made';

export default async function scenario(db) {
	const twin = freshDatabase(db.engine), other = freshDatabase(db.engine);
	const sum = (d, seed) => {
		const r = run(d, ['demo', '--people', '12', '--seed', seed, '--today', '2026-11-24']);
		equal(r.code, 0, `demo: ${r.out}${r.err}`);
		return [createHash('sha256').update(run(d, ['dump']).out).digest('hex'), r.out];
	};
	try {
		await it('two demos of equal seed and day have equal dumps; another seed has another', () => {
			const [a, said] = sum(db, '5'), [b, same] = sum(twin, '5'), [c] = sum(other, '6');
			equal(a, b, 'sum');
			equal(said, same, 'what the demo prints');
			if (a === c) throw new Error('another seed gives the same');
		});
		await it('a demo refuses a database that is not empty', () => {
			const r = run(db, ['demo', '--people', '12', '--seed', '5']);
			if (r.code === 0) throw new Error('made twice');
		});
	} finally {
		twin.gone();
		other.gone();
	}
}
