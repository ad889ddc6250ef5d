// Any person, page or record by a few letters: what lists show the viewer anyway, and nothing else.
import { equal, holds, House, it, lacks, run } from '../house.mjs';

export const words = 'any person or page is found by a few letters, and nothing one may not see';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '40', '--seed', '3', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const email = (role) => made.out.match(new RegExp(`^${role} (\\S+)`, 'm'))[1];
	const house = await new House(db).start(['--today', '2026-11-24']);
	const director = await house.signIn(email('director')), employee = await house.signIn(email('employee'));
	const finds = async (v, typed) => (await v.json(`/find?words=${encodeURIComponent(typed)}`)).json.lines;
	const pages = (lines) => lines.filter((l) => l.kind === 'pages').map((l) => l.title).join(', ');
	const everyone = (await director.json('/people')).json.people, person = everyone[3];

	await it('a person is found by the beginning of a name', async () => {
		const found = (await finds(employee, person.name.split(' ')[0].slice(0, 3))).find((l) => l.title === person.name);
		equal(found?.address, `/people/${person.person}`, 'the address');
		equal(found.kind, 'people', 'the kind');
	});
	await it('accents and case do not matter, and two words narrow it', async () => {
		const typed = person.name.split(' ').map((w) => w.slice(0, 2).toUpperCase()).join(' ');
		equal((await finds(employee, typed)).some((l) => l.title === person.name), true, typed);
	});
	await it('a personnel number finds only whom one may see', async () => {
		const sheet = (await director.json(`/people/${person.person}`)).json, number = sheet.spells[0].number;
		equal((await finds(director, number)).filter((l) => l.title === person.name).length, 1, 'for the director');
		equal((await finds(employee, number)).filter((l) => l.title === person.name).length, 0, 'for an employee');
	});
	await it('pages are those of the own side bar', async () => {
		equal(pages(await finds(director, 'imp')), 'Import people', 'the director');
		equal(pages(await finds(employee, 'imp')), '', 'an employee');
		equal(pages(await finds(employee, 'peo')), 'People', 'an employee');
	});
	await it('a goal is found by a word of its title, by those near it only', async () => {
		const roles = [...made.out.matchAll(/^([a-z]+) (\S+@\S+)$/gm)].map((m) => m[2]);
		let owner, goal;
		for (const e of roles) {
			owner = await house.signIn(e);
			goal = (await owner.json('/goals')).json.goals[0];
			if (goal) break;
		}
		const word = goal.title.split(' ').sort((a, b) => b.length - a.length)[0];
		const hit = (lines) => lines.find((l) => l.kind === 'goals' && l.address === `/goals/${goal.id}`);
		equal(hit(await finds(owner, word))?.title, goal.title, `${word} for its owner`);
		let strangers = 0;
		for (const e of roles) {
			const v = await house.signIn(e), sees = (await v.json(`/goals/${goal.id}`)).status === 200;
			if (!sees && hit(await finds(v, word))) throw new Error(`${e} finds a goal they may not see`);
			strangers += !sees;
		}
		if (!strangers) throw new Error('nobody was a stranger to it');
	});
	await it('with nothing typed it shows where one may go', async () => {
		const page = await employee.opens('/find');
		holds(page.text, 'Who can see what');
		lacks(page.text, 'href="/accounts"');
		equal((await finds(employee, '')).every((l) => l.kind === 'pages'), true, 'kinds');
	});
	await it('what is not there is said plainly, and what was typed is not markup', async () => {
		const page = await employee.opens('/find?words=%3Cb%3Exyzzyq');
		holds(page.text, 'Nothing found');
		holds(page.text, '&lt;b&gt;xyzzyq');
	});
	await it('somebody who is not signed in finds nothing', async () => {
		equal((await house.as('nobody').get('/find?words=an')).status, 303, 'the reply');
	});
	await it('every page offers it, without script too', async () => {
		holds((await employee.opens('/reviews')).text, 'href="/find"');
		equal((await (async () => { await employee.opens('/find'); return employee.fill('/find', { words: person.name.split(' ')[0] }); })()).text.includes(`/people/${person.person}"`), true, 'the page');
	});
	await house.stop();
}
