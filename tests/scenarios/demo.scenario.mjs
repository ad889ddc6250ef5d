// A demo of three hundred: each role signs in, opens home and what home leads to.
import { equal, holds, House, it, plain, run } from '../house.mjs';
import { links } from '../forms.mjs';

export const words = 'nine roles find their way in an organisation of 300';

const ROLES = ['employee', 'lead', 'head', 'partner', 'director', 'performance', 'analyst', 'executive', 'admin'];

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '300', '--seed', '11', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	await it('the demo prints one sign-in for each role', () => { for (const r of ROLES) if (!who.has(r)) throw new Error(`no ${r} in: ${made.out}`); });
	await it('and nothing else', () => equal(made.out.trim().split('\n').filter((l) => !/^[a-z]+ [^ @]+@[^ @]+$/.test(l)).join(' '), '', 'said'));
	const house = new House(db);
	await house.start(['--today', '2026-11-24']);
	let pages = 0;
	for (const role of ROLES) await it(`${role} signs in by password and every page home leads to is there`, async () => {
		const v = await house.signIn(who.get(role));
		const home = await v.opens('/');
		const all = links(home.text).filter((a) => a.startsWith('/') && !a.startsWith('/assets/')).map((a) => a.replace(/#.*/, ''));
		if (all.length < 3) throw new Error(`home leads only to ${all}`);
		for (const a of new Set(all)) {
			const r = await v.get(a);
			pages++;
			if (r.status === 303 && r.to && !r.to.includes('/sign-in')) { await v.opens(r.to.replace(house.site, '')); continue; }
			equal(r.status, 200, a);
			if (/\b(refused|word|told|need)\.[a-z]+[.-]?[a-z]*\b/.test(plain(r.text))) throw new Error(`${a} shows a key: ${plain(r.text).match(/\b(refused|word|told|need)\.[a-z-]+\b/)[0]}`);
		}
	});
	await it('a search in the directory finds by the beginning of a name', async () => {
		const v = house.as(who.get('employee')), one = (await v.json('/people')).json.people[0];
		holds((await v.opens(`/people?words=${encodeURIComponent(one.name.split(' ')[0])}`)).text, one.name.replaceAll("'", '&#39;').split(' ')[0].slice(0, 3));
	});
	await it('a number finds a person only for who may see that person', async () => {
		const director = house.as(who.get('director')), employee = house.as(who.get('employee'));
		const own = (await employee.json('/people?words=' + encodeURIComponent(who.get('employee').split(/[.@]/)[1]))).json.people[0]?.person;
		const other = (await director.json('/people')).json.people.find((p) => p.person !== own).person;
		const number = (await director.json(`/people/${other}`)).json.spells[0].number;
		equal((await director.json(`/people?words=${number}`)).json.people.map((p) => p.person).includes(other), true, 'the director finds');
		equal((await employee.json(`/people?words=${number}`)).json.people.length, 0, 'a colleague finds');
	});
	await it('a page goes to the database at most twice', () => {
		const many = [...house.log.matchAll(/method=GET route=(\S+) .*rounds=(\d+)/g)].filter((m) => +m[2] > 2).map((m) => `${m[1]} ${m[2]}`);
		equal([...new Set(many)].join(', '), '', 'pages of more than two rounds');
	});
	await it('the directory goes on page by page to its end, each person once', async () => {
		const v = house.as(who.get('director')), seen = new Set();
		let at = '/people';
		for (let i = 0; i < 50 && at; i++) {
			const page = (await v.json(at)).json;
			for (const p of page.people) { if (seen.has(p.person)) throw new Error(`${p.name} twice`); seen.add(p.person); }
			at = page.next ? `/people?after=${encodeURIComponent(page.next)}` : null;
		}
		equal(seen.size, 300, 'people');
	});
	await house.stop();
	console.log(`note: ${pages} pages opened from the homes of ${ROLES.length} roles on ${db.engine}`);
}
