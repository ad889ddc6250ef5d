// Tasks: one's own, one given, what comes again, and who learns of them.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';

export const words = 'a task is given, done, taken back, comes again; those it is not shared with learn nothing';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '3', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db);
	await house.start(['--today', '2026-11-24']);
	const lead = house.as(who.get('lead')), director = house.as(who.get('director'));
	await house.signIn(who.get('lead'));
	await house.signIn(who.get('director'));
	const report = (await lead.json('/team')).json.reviews[0];
	const person = (await lead.json(`/reviews/${report.id}`)).json.head.person;
	const email = (await director.json(`/people/${person}`)).json.card.email;
	const ana = house.as(email);
	await house.signIn(email);
	const taskOf = async (v, path, title) => (await v.json(path)).json.tasks.find((t) => t.title === title);
	let given;

	await it('a lead gives a task; it waits on the home page of the one it is for', async () => {
		await lead.opens(`/people/${person}/tasks`);
		await lead.does(`/people/${person}/tasks`, { title: 'Write the handover', due_on: '2026-12-01', seen_by: 'pair', note: 'As agreed.' });
		given = await taskOf(lead, `/people/${person}/tasks`, 'Write the handover');
		holds(plain((await ana.opens('/')).text), 'Do a task');
		holds(plain((await ana.opens(`/tasks/${given.id}`)).text), 'given by');
	});
	await it('HR learns nothing of it: not the page, not the list', async () => {
		equal((await director.get(`/tasks/${given.id}`)).status, 404, 'the task');
		equal((await director.get(`/people/${person}/tasks`)).status, 404, 'the list');
	});
	await it('what one keeps for oneself the lead does not find', async () => {
		await ana.opens('/tasks');
		await ana.does('/tasks', { title: 'Mine alone', due_on: '2026-11-30', seen_by: 'self' });
		lacks((await lead.opens(`/people/${person}/tasks`)).text, 'Mine alone');
		equal((await lead.get(`/tasks/${(await taskOf(ana, '/tasks', 'Mine alone')).id}`)).status, 404, 'the page');
	});
	await it('a day that is over and a step of no days are refused beside the field; nothing typed is lost', async () => {
		await ana.opens('/tasks');
		const r = await ana.fill('/tasks', { title: 'Kept although refused', due_on: '2026-11-01' });
		equal(r.status, 422, 'status');
		holds(r.text, 'Kept although refused');
		holds(plain(r.text), 'This day is over');
	});
	await it('the lead may change it and not finish it', async () => {
		await lead.opens(`/tasks/${given.id}`);
		await lead.does(`/tasks/${given.id}`, { title: 'Write the handover', due_on: '2026-12-04', note: 'A week more.' });
		equal((await lead.post(`/tasks/${given.id}/lane`, { lane: 'done', version: '2' })).status, 403, 'done by the lead');
		const late = await ana.post(`/tasks/${given.id}/lane`, { lane: 'done', version: '1' });
		equal(late.status, 409, 'an old version');
	});
	await it('done with one press, and taken back with one: it waits again', async () => {
		await ana.opens('/tasks');
		const page = await ana.does(`/tasks/${given.id}/lane`, {});
		holds(plain(page.text), 'Undo');
		lacks(plain((await ana.opens('/')).text), 'Do a task');
		await ana.opens('/tasks');
		const undone = await ana.post(`/tasks/${given.id}/undo`);
		equal(undone.status, 303, `undo: ${plain(undone.text).slice(0, 300)}`);
		holds(plain((await ana.opens('/')).text), 'Do a task');
	});
	await it('what comes again comes again a week on, and goes when the first is not done after all', async () => {
		await ana.opens('/tasks');
		await ana.does('/tasks', { title: 'Send the weekly list', due_on: '2026-11-27', every: '7', seen_by: 'self' });
		const first = await taskOf(ana, '/tasks', 'Send the weekly list');
		await ana.opens('/tasks');
		await ana.does(`/tasks/${first.id}/lane`, {});
		const next = await taskOf(ana, '/tasks', 'Send the weekly list');
		equal(next.due, '2026-12-04', 'the next one is due');
		await ana.post(`/tasks/${first.id}/undo`);
		const open = (await ana.json('/tasks')).json.tasks.filter((t) => t.title === 'Send the weekly list');
		equal(open.map((t) => t.id).join(), first.id, 'open ones');
	});
	await it('steps and remarks stand where both read them', async () => {
		await ana.opens(`/tasks/${given.id}`);
		await ana.does(`/tasks/${given.id}/steps`, { words: 'A list of what runs' });
		await ana.does(/\/steps\/\d+$/, {});
		await ana.does(`/tasks/${given.id}/remarks`, { remark: 'Half of it is there.' });
		const page = plain((await lead.opens(`/tasks/${given.id}`)).text);
		for (const w of ['A list of what runs', '1 of 1 done', 'Half of it is there.']) holds(page, w);
	});
	await it('a task is made for a goal, from the goal’s page; who sees the goal and not the task finds none there', async () => {
		const goal = (await ana.json('/goals')).json.goals[0], page = `/goals/${goal.id}`;
		holds((await ana.opens(page)).text, `/tasks?goal=${goal.id}#new`);
		holds((await lead.opens(page)).text, `/people/${person}/tasks?goal=${goal.id}#new`);
		await ana.opens(`/tasks?goal=${goal.id}`);
		const made = await ana.does('/tasks', { title: 'One step nearer', due_on: '2026-12-02', seen_by: 'self' });
		equal((await ana.json(page)).json.tasks.map((t) => t.title).includes('One step nearer'), true, 'on the goal’s page');
		equal((await lead.json(page)).json.tasks.some((t) => t.title === 'One step nearer'), false, 'kept to oneself');
		holds(plain((await ana.opens(`/tasks/${(await taskOf(ana, '/tasks', 'One step nearer')).id}`)).text), goal.title);
		await lead.opens(`/people/${person}/tasks?goal=${goal.id}`);
		await lead.does(`/people/${person}/tasks`, { title: 'Ask two customers', due_on: '2026-12-02', seen_by: 'pair' });
		holds(plain((await ana.opens(page)).text), 'Ask two customers');
		equal((await director.json(page)).json.tasks.length, 0, 'HR sees the goal, not the tasks');
	});
	await it('a goal one may not see cannot be named, and its title is not told', async () => {
		const other = (await director.json('/people')).json.people.map((p) => p.person).filter((p) => p !== person);
		let hidden;
		for (const p of other) {
			const r = await director.json(`/people/${p}/goals`);
			hidden = r.status === 200 ? r.json.goals.find((g) => g.state === 'open') : undefined;
			if (hidden && (await ana.get(`/goals/${hidden.id}`)).status === 404) break;
			hidden = undefined;
		}
		equal(Boolean(hidden), true, 'there is a hidden goal');
		lacks((await ana.opens(`/tasks?goal=${hidden.id}`)).text, hidden.title);
		const refused = await ana.post('/tasks', { title: 'For another', due_on: '2026-12-02', goal: hidden.id });
		equal(refused.status, 422, 'refused');
		holds(plain(refused.text), 'Choose a goal that is running and that you see');
		lacks(refused.text, hidden.title);
	});
	await it('the lists say what is late, what is done', async () => {
		await house.stop();
		await house.start(['--today', '2026-12-05']);
		await house.signIn(email);
		holds((await ana.opens('/tasks?show=late')).text, 'Write the handover');
		await ana.opens('/tasks');
		await ana.does(`/tasks/${given.id}/lane`, {});
		holds((await ana.opens('/tasks?show=done')).text, 'Write the handover');
		lacks((await ana.opens('/tasks')).text, `/tasks/${given.id}/lane`);
	});
	await house.stop();
}
