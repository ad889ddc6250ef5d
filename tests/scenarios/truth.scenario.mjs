// What is planted in the demo can be found again: a plain mean of the marks a manager gave puts managers in the
// planted order of severity. (A plain mean only: what teams differ in stays in it.)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, it, run } from '../house.mjs';

export const words = 'the demo says what it planted, and a plain mean finds the severity again';

const LEAST = 4;
const ranks = (xs) => { const order = [...xs.keys()].sort((a, b) => xs[a] - xs[b]), r = []; order.forEach((at, place) => { r[at] = place; }); return r; };
/** Spearman's rank correlation. */
const agreement = (xs, ys) => {
	const a = ranks(xs), b = ranks(ys), n = xs.length;
	return 1 - (6 * a.reduce((sum, r, i) => sum + (r - b[i]) ** 2, 0)) / (n * (n * n - 1));
};

export default async function scenario(db) {
	const file = join(db.dir, 'truth.json');
	equal(run(db, ['demo', '--people', '300', '--seed', '11', '--today', '2026-11-24', '--truth', file]).code, 0, 'demo');
	const truth = JSON.parse(readFileSync(file, 'utf8'));
	const rows = (table) => dump.filter((l) => l.startsWith(`${table}|`)).map((l) => l.split('|'));
	const dump = run(db, ['dump']).out.split('\n');
	const writer = new Map(rows('review_part').filter((p) => p[4] === 'manager').map((p) => [p[1], p[3]]));
	const given = new Map();
	for (const [, part, , value] of rows('answer')) {
		if (!writer.has(part) || value === '\\N' || value === '') continue;
		const of = given.get(writer.get(part)) ?? { sum: 0, n: 0 };
		of.sum += Number(value); of.n++;
		given.set(writer.get(part), of);
	}
	const raters = truth.raters.filter((r) => r.reports >= LEAST && given.has(r.person));
	const means = raters.map((r) => given.get(r.person).sum / given.get(r.person).n);
	await it('there are enough managers to say anything', () => { if (raters.length < 25) throw new Error(`${raters.length} managers`); });
	await it('the mean of a manager\'s marks falls with the planted severity', () => {
		const found = agreement(raters.map((r) => r.severity), means.map((m) => -m));
		console.log(`note: rank agreement of planted severity and plain mean ${found.toFixed(2)} over ${raters.length} managers on ${db.engine}`);
		if (found < 0.7) throw new Error(`agreement ${found}`);
	});
	await it('it does not follow what is planted as halo or recency', () => {
		for (const what of ['halo', 'recency']) {
			const found = agreement(raters.map((r) => r[what]), means);
			if (Math.abs(found) > 0.5) throw new Error(`${what} ${found}`);
		}
	});
	await it('every person has a level, every month one', () => {
		equal(truth.people.length, 300, 'people');
		equal(new Set(truth.people.map((p) => p.months.length)).size, 1, 'months differ in number');
	});
}
