// steps.mjs: what several scenarios do alike, as people do it.
import { equal, until } from '../house.mjs';
import { exported } from './twelve.mjs';

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

const called = { ana: 'Duarte', asa: 'Lindqvist', sean: 'Brien', minh: 'Minh', joerg: 'Schäfer', lukasz: 'Łukasz', layla: 'Haddad', ngozi: 'Ngozi' };

/** Mira begins, imports the twelve and invites them; those of `folk` come by their invitations. Their numbers by key. */
export async function arrive(house, folk) {
	const mira = house.as('mira@north.example');
	await begin(house);
	await mira.opens('/import');
	const up = await mira.upload('/import', 'file', 'export.csv', exported);
	await mira.opens(up.to.replace(house.site, ''));
	await mira.does(/\/apply$/);
	await mira.opens('/accounts');
	await mira.does('/accounts/invite');
	for (const key of folk) {
		const v = house.as(`${key}@north.example`), link = await house.letter(v.who);
		await v.opens(link);
		equal((await v.fill(link)).status, 303, `${key} by invitation`);
	}
	const people = (await mira.json('/people')).json.people;
	return Object.fromEntries(folk.map((key) => [key, people.find((p) => p.name.includes(called[key])).person]));
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
