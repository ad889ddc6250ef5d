// steps.mjs: what several scenarios do alike, as people do it.
import { equal, until } from '../house.mjs';

export const PASSWORD = 'long enough for anyone';

/** Follows the set-up link the terminal printed: the first person is director and administrator. */
export async function begin(house, who = 'mira@north.example', given = 'Mira', family = 'Stein') {
	const link = await until('a set-up link', () => house.log.match(/(\/setup\/[0-9a-f]+)/)?.[1]);
	const v = house.as(who);
	await v.opens(link);
	const r = await v.fill(link, { organisation: 'North Instruments', zone: 'Europe/Berlin', given, family, email: who, password: PASSWORD });
	equal(r.status, 303, `set-up: ${r.text.slice(0, 2000)}`);
	return link;
}

/** Signs in again by the password chosen at set-up. */
export const comeBack = (house, who) => house.signIn(who, PASSWORD);

export const cycleOf = (path) => path.match(/\/cycles\/(\d+)/)[1];

/** The address of the part somebody writes: self, or about a person. */
export async function partOf(v, relation, closed = false, about = null) {
	const list = (await v.json('/reviews')).json.parts;
	const found = list.find((p) => p.relation === relation && (!about || p.name === about));
	if (!found) throw new Error(`${v.who} writes no ${relation} part${about ? ` about ${about}` : ''}: ${JSON.stringify(list)}`);
	return `/parts/${found.id}`;
}

/** The address of the review of one of the manager's people. */
export async function reviewOf(v, name) {
	const list = (await v.json('/team')).json.reviews;
	const found = list.find((r) => r.name === name);
	if (!found) throw new Error(`no review of ${name}: ${JSON.stringify(list)}`);
	return `/reviews/${found.id}`;
}

/** Answers everything on the page and hands it in. */
export async function write(v, part, value, words, submit = true) {
	await v.opens(part);
	const form = v.form(part), fields = {};
	let n = 0;
	for (const name of form.names) {
		if (name.startsWith('value.')) fields[name] = form.options(name).some((o) => o.value === String(value)) ? String(value) : String(value / 1000);
		if (name.startsWith('words.')) fields[name] = words(++n);
	}
	if (submit) fields.submit = '1';
	const r = await v.fill(part, fields);
	if (r.status !== 303) throw new Error(`${v.who} could not hand in ${part}: ${r.status} ${r.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 1200)}`);
	return fields;
}
