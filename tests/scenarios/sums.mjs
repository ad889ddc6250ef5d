// sums.mjs: the kept sums of cycles, beside a recount of reviews and parts from a dump of all rows.
import { run } from '../house.mjs';

/** Tables of the dump: arrays of cells. */
export function tables(db, names) {
	const found = Object.fromEntries(names.map((n) => [n, []]));
	for (const line of run(db, ['dump']).out.split('\n')) {
		const [name, ...cells] = line.split('|');
		found[name]?.push(cells);
	}
	return found;
}

/** "cycle unit fact" → people, counted from reviews and parts; and as the sums say. */
export function sums(db) {
	const t = tables(db, ['cycle', 'cycle_member', 'review', 'review_part', 'unit_chain', 'cycle_count', 'cycle_delta']);
	const add = (map, key, n) => { const now = (map.get(key) ?? 0) + n; if (now) map.set(key, now); else map.delete(key); };
	const above = new Map(), unit = new Map(), at = new Map(), counted = new Map(), kept = new Map();
	for (const [up, down] of t.unit_chain) above.set(down, [...above.get(down) ?? [], up]);
	const approval = new Map(t.cycle.map((c) => [c[0], c[12]]));
	for (const m of t.cycle_member) unit.set(m[0], m[4]);
	for (const [id, cycle, member, , , state, , , , label, , released] of t.review) {
		if (state === 'cancelled') continue;
		const units = above.get(unit.get(member));
		const fact = (f) => { for (const u of units) add(counted, `${cycle} ${u} ${f}`, 1); };
		at.set(id, fact);
		fact('people');
		if (state === 'approved' || (approval.get(cycle) === '0' && ['written', 'calibrated'].includes(state))) fact('ready');
		if (released !== '\\N') fact('released');
		if (released !== '\\N' && label !== '\\N') fact(`rated:${label}`);
		if (['acknowledged', 'locked'].includes(state)) fact('acknowledged');
	}
	for (const [, review, , relation, , , state, due] of t.review_part) {
		if (!at.has(review)) continue;      // called off
		if (state === 'submitted') at.get(review)(relation);
		if (state === 'asked' || state === 'writing') at.get(review)(`due:${due}`);
	}
	for (const [cycle, u, fact, n] of t.cycle_count) add(kept, `${cycle} ${u} ${fact}`, Number(n));
	for (const [cycle, u, fact, , n] of t.cycle_delta) add(kept, `${cycle} ${u} ${fact}`, Number(n));
	const lines = (map) => [...map].map(([k, n]) => `${k} ${n}`).sort().join('\n');
	return { counted: lines(counted), kept: lines(kept), unfolded: t.cycle_delta.length, facts: counted.size };
}
