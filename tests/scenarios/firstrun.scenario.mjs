// The first run by browser alone: from the set-up link to a launched pilot, by ordinary forms.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { begin, comeBack, cycleOf } from './steps.mjs';
import { people, sixty } from './sixty.mjs';

export const words = 'a first run goes from the set-up link to a launched pilot';

const blended = { growth: 'some', oversight: 'some', council: 'none', frequency: 'quarter', goals: 'team', data_use: 'both', fairness: 'second', manager_part: 'coach', employee_part: 'shares' };
const fast = { growth: 'fast', oversight: 'none', council: 'none', frequency: 'week', goals: 'team', data_use: 'words', fairness: 'manager', manager_part: 'coach', employee_part: 'drives' };
const regulated = { growth: 'steady', oversight: 'regulated', council: 'agrees', frequency: 'year', goals: 'top', data_use: 'figures', fairness: 'trail', manager_part: 'judge', employee_part: 'answers' };

export default async function scenario(db) {
	const house = new House(db), mira = house.as('mira@north.example');
	let forms = 0, opened = 0;
	const opens = async (path) => { opened++; return mira.opens(path); };
	const does = async (action, fields) => { forms++; return mira.does(action, fields); };
	equal(run(db, ['migrate', '--test']).code, 0, 'migrate');
	await house.start(['--today', '2026-11-24']);
	await it('the link in the terminal makes the first person', async () => {
		await begin(house);
		forms++;
	});
	await it('the HR system’s export is read and applied', async () => {
		await opens('/import');
		const up = await mira.upload('/import', 'file', 'people.csv', sixty);
		forms++;
		await opens(up.to.replace(house.site, ''));
		holds(plain(mira.last.text), 'Every row can be taken.');
		holds((await does(/\/apply$/)).text, '"/start"');
	});
	await it('home says what comes next, and ticks what is there', async () => {
		const steps = (await mira.json('/')).json.start;
		equal(steps.map((s) => `${s.key} ${s.state}`).join(', '), 'people done, heads now, framework ahead, pilot ahead, invite ahead, launch ahead', 'steps');
		holds(plain((await mira.opens('/')).text), 'Say who is HR, and who heads what');
	});
	await it('heads and HR are proposed from lines and titles, and saved as they stand', async () => {
		const page = (await mira.json('/start/people')).json, by = new Map(page.units.map((u) => [u.name, u]));
		const named = (unit) => by.get(unit).choices.find((c) => c.person === by.get(unit).proposed)?.job ?? null;
		equal(named('Platform'), 'Lead Platform', 'head of Platform');
		equal(named('Engineering'), 'Head of Engineering', 'head of Engineering');
		equal(named('North Instruments'), 'Chief Executive', 'head of all');
		equal(page.titles.map((t) => `${t.job} ${t.proposed}`).join(', '), 'HR Partner partner, HR Partner partner', 'HR by title');
		await opens('/start/people');
		await does('/start/people');
		const after = (await mira.json('/start/people')).json;
		equal(after.units.filter((u) => u.why !== 'named').map((u) => u.name).join(' '), '', 'not named');
		equal(after.hr.map((h) => h.role).sort().join(' '), 'director partner partner', 'HR');
		equal(after.titles.length, 0, 'titles left');
	});
	await it('the list is put away and comes back; what is done stays ticked', async () => {
		await mira.opens('/');
		const after = await mira.does('/start/away');
		lacks(plain(after.text), 'Choose how you want to work');
		holds(plain(after.text), 'The list is put away.');
		await mira.opens('/start');
		await mira.does('/start/back');
		holds(plain((await mira.opens('/')).text), 'Choose how you want to work');
	});
	await it('nine questions propose a way of working, each with its reasons', async () => {
		await opens('/framework');
		await does('/framework', blended);
		const p = (await mira.json('/framework')).json;
		equal(p.style, 'blended', 'style');
		equal(p.approval, true, 'second reader');
		if (p.speaks_for.length < 3) throw new Error(`only ${p.speaks_for.length} reasons`);
	});
	await it('another way can be looked at, and nothing changes by looking', async () => {
		await mira.opens('/framework?style=structured');
		holds(plain(mira.last.text), 'What speaks against it');
		equal((await mira.json('/framework')).json.now.proposed, 'blended', 'proposed');
		await mira.opens('/framework?style=nonsense');
		holds(plain(mira.last.text), 'How we work: blended');
	});
	let setup;
	await it('what is proposed becomes a draft as it stands, and the draft is launched', async () => {
		await opens('/framework');
		setup = (await does('/framework/pilot')).path;
		const page = (await mira.json(setup)).json;
		equal(page.head.state, 'draft', 'state');
		holds((await mira.json('/framework')).json.best?.verdict ?? '', 'fits');
		equal(page.population.no_manager, 0, 'people without a manager');
		if (page.population.people < 8 || page.population.people > 40) throw new Error(`${page.population.people} people`);
		equal(page.head.approval, 1, 'second level');
		await opens('/accounts');
		await does('/accounts/invite');
		await opens(setup);
		await does(/\/launch$/);
		equal((await mira.json('/')).json.start.length, 0, 'steps left at home');
		equal((await mira.json(setup)).json.head.state, 'launched', 'state');
	});
	console.log(`note: from the set-up link to a launched pilot: ${forms} forms sent, ${opened} pages opened (${db.engine})`);

	await it('the choice stands with its reason and its pilot; asked again, the earlier one stays readable', async () => {
		const chosen = (await mira.json('/framework')).json.now;
		equal(chosen.style, 'blended', 'chosen');
		equal(String(chosen.cycle), cycleOf(setup), 'pilot');
		await mira.opens('/framework');
		await mira.does('/framework', fast);
		equal((await mira.json('/framework')).json.style, 'continuous', 'fast-growing');
		equal((await mira.json('/framework')).json.kind, 'midyear', 'its first cycle');
		await mira.opens('/framework');
		await mira.does('/framework', regulated);
		const p = (await mira.json('/framework')).json;
		equal(p.style, 'structured', 'regulated');
		equal(p.approval, true, 'second reader');
		equal(p.earlier.map((e) => e.proposed).join(' '), 'continuous blended', 'earlier');
		equal(p.earlier[1].style, 'blended', 'chosen then');
	});
	await it('a head is named otherwise, and only from those who lead there', async () => {
		await mira.opens('/start/people');
		const page = (await mira.json('/start/people')).json, apps = page.units.find((u) => u.name === 'Apps'), sales = page.units.find((u) => u.name === 'Sales');
		const other = apps.choices.find((c) => c.person !== apps.head);
		equal((await mira.fill('/start/people', { [`head.${apps.id}`]: sales.head })).status, 422, 'somebody who leads nobody there');
		await mira.opens('/start/people');
		await mira.does('/start/people', { [`head.${apps.id}`]: other.person, [`head.${sales.id}`]: '' });
		const after = (await mira.json('/start/people')).json;
		equal(after.units.find((u) => u.name === 'Apps').head, other.person, 'head of Apps');
		equal(after.units.find((u) => u.name === 'Sales').head, null, 'head of Sales');
	});
	await it('everything may be typed otherwise; what cannot be is said beside the field', async () => {
		await mira.opens('/framework');
		const r = await mira.fill('/framework/pilot', { period_from: '2026-11-24', period_to: '2026-01-01', start: '2026-11-20' });
		equal(r.status, 422, 'refused');
		holds(plain(r.text), 'The last day must come after the first.');
		holds(plain(r.text), 'Choose today or a later day.');
		await mira.opens('/framework');
		const support = (await mira.json('/framework')).json.units.find((u) => u.name === 'Support');
		const made = await mira.does('/framework/pilot', { kind: 'midyear', unit: support.id, name: 'A first talk', reason: 'We want to begin small.' });
		const page = (await mira.json(made.path)).json;
		equal(page.head.name, 'A first talk', 'name');
		equal(page.head.kind, 'midyear', 'kind');
		equal(page.head.approval, 0, 'no second reader of a conversation');
		equal(page.rules[0].name, 'Support', 'unit');
		holds(plain((await mira.opens('/framework')).text), 'We want to begin small.');
	});
	await it('who leaves is head no more from the next turn of the day', async () => {
		const foreman = people.find((p) => p[5] === 'Foreman');
		const heads = async () => new Map((await mira.json('/units')).json.units.map((u) => [u.name, u.head_name]));
		equal((await heads()).get('Workshop'), `${foreman[1]} ${foreman[2]}`, 'head of Workshop');
		await mira.opens('/import');
		const up = await mira.upload('/import', 'file', 'left.csv', `Personnel number,First name,Last name,Leaving date\n${foreman[0]},${foreman[1]},${foreman[2]},2026-11-20\n`);
		await mira.opens(up.to.replace(house.site, ''));
		await mira.does(/\/apply$/);
		await house.stop();
		await house.start(['--today', '2026-11-30']);
		await comeBack(house, 'mira@north.example');
		const after = await heads();
		equal(after.get('Workshop'), null, 'head of Workshop');
		equal(after.get('Platform') !== null, true, 'others keep theirs');
	});
	await house.stop();
	lacks(house.log, 'request.broken');
}
