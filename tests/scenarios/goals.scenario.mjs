// Goals: proposed, agreed by both, moved, judged, corrected, changed, handed over, closed; who sees which.
import { equal, holds, it, lacks, plain } from '../house.mjs';
import { mail, Organisation } from '../matrix/organisation.mjs';

export const words = 'a goal is agreed by both sides, moves, falls silent, changes with a reason, and is closed with a look back';

const days = { opens: '2026-11-24', due: '2027-03-04' };        // a hundred days
const satisfaction = { title: 'Customer satisfaction rises from 78% to 85% by spring', why: 'Unhappy customers leave', lever: 'Response time falls below 4 hours', success: '',
	...days, seen_by: 'line', parent: '', measure: { 1: { name: 'Satisfaction', kind: 'percent', better: 'up', baseline: '78', target: '85', decimals: '1' }, 2: { name: 'Response time', kind: 'number', better: 'down', unit: 'hours', baseline: '9', target: '4', decimals: '1' } } };

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	let goal;
	const get = async (who, path) => {
		const r = await org.house.as(mail(who)).json(path);
		if (r.status !== 200) throw new Error(`GET ${path} as ${who}: ${r.status}`);
		return r.json;
	};
	const post = async (who, path, fields) => {
		const v = org.house.as(mail(who));
		await v.get(goal ?? '/');
		const r = await v.post(path, fields);
		if (r.status !== 303) throw new Error(`POST ${path} as ${who}: ${r.status} ${plain(r.text).slice(0, 600)}`);
		return r.to.replace(org.house.site, '');
	};
	const see = (who) => get(who, goal);
	const jump = async (day, ...who) => { await org.on(day); for (const w of who) await org.house.comeByLink(mail(w)); };
	const measure = async (name) => (await see('self')).measures.find((m) => m.name === name);
	const step = (who, fields) => post(who, `${goal}/steps`, { on_day: '2026-11-24', ...fields });
	const status = async (who, path, fields) => { const v = org.house.as(mail(who)); await v.get(goal ?? '/'); return (fields ? await v.post(path, fields) : await v.get(path)).status; };

	await it('an employee proposes a goal with two measures; the form says what is wrong and keeps what was typed', async () => {
		const v = org.house.as(mail('self')), address = `/people/${org.id('self')}/goals`;
		await v.opens(`${address}/new`);
		const wrong = await v.fill(address, { title: satisfaction.title, ...days, 'name.1': 'Satisfaction', 'kind.1': 'percent', 'baseline.1': '85', 'target.1': '78' });
		equal(wrong.status, 422, 'a target below today’s figure');
		holds(plain(wrong.text), 'Higher is better here');
		holds(wrong.text, satisfaction.title);
		goal = await org.as('self').post(address, satisfaction);
		const page = await see('self');
		equal(page.head.state, 'proposed', 'state');
		equal(page.waits, 'manager', 'waits for');
		equal(page.assents.map((a) => a.part).join(), 'owner', 'agreed so far');
	});
	await it('the manager finds it at home, nobody else does, and agreeing opens it', async () => {
		const home = await org.house.as(mail('manager')).opens('/');
		holds(plain(home.text), 'Agree a goal');
		equal(await status('peer', goal), 404, 'a curious colleague');
		equal(await status('report', goal), 404, 'one who reports to the owner');
		equal(await status('admin', goal), 404, 'the administrator');
		equal(await status('other-partner', goal), 404, 'the partner of another unit');
		equal(await status('partner', `${goal}/agree`, {}), 403, 'HR reads and does not agree');
		equal(await status('self', `${goal}/agree`, { version: (await see('self')).head.version }), 303, 'one’s own side again');
		equal((await see('self')).head.state, 'proposed', 'nobody agrees both sides');
		await post('manager', `${goal}/agree`, { version: (await see('manager')).head.version });
		equal((await see('self')).head.state, 'open', 'state');
		lacks(plain((await org.house.as(mail('manager')).opens('/')).text), 'Agree a goal');
	});
	await it('agreeing to what was changed meanwhile is a conflict', async () => {
		equal(await status('manager', `${goal}/agree`, { version: 1 }), 409, 'an open goal is not agreed again');
	});
	await it('a step is recorded, exact in its decimals, and the way is judged by both measures', async () => {
		await step('self', { measure: (await measure('Satisfaction')).id, value: '81.5', confidence: '7', note: 'The new desk helps' });
		const page = await see('self'), m = page.measures.find((x) => x.name === 'Satisfaction');
		equal(m.reached, '81.5', 'reached');
		equal(m.now, '81.5%', 'as people read it');
		equal(m.come, 50, 'of the way');
		equal(page.come, 50, 'the measure without a step takes no share');
		equal(page.said, 1, 'said');
		equal(page.health, 'good', 'health');
		await step('manager', { measure: (await measure('Response time')).id, value: '9' });
		equal((await see('self')).come, 25, 'both count alike');
	});
	await it('a step of tomorrow, before the goal began, or with a confidence of 11 is refused beside its field', async () => {
		const id = (await measure('Satisfaction')).id;
		for (const wrong of [{ on_day: '2026-11-25' }, { on_day: '2026-11-23' }, { confidence: '11' }, { value: 'much' }]) equal(await status('self', `${goal}/steps`, { measure: id, value: '80', on_day: '2026-11-24', ...wrong }), 422, JSON.stringify(wrong));
	});
	await it('a correction keeps the old value, marked, and takes its place', async () => {
		const old = (await see('self')).steps.find((s) => s.value === '81.5');
		await post('self', `${goal}/steps/${old.id}`, { value: '80', on_day: '2026-11-24', note: 'Read from the wrong month' });
		const page = await see('manager'), kept = page.steps.find((s) => s.id === old.id);
		equal(kept.replaced, true, 'the old one is marked');
		equal(page.steps.find((s) => s.corrects === old.id).value, '80', 'the new one');
		equal(page.measures.find((m) => m.name === 'Satisfaction').reached, '80', 'reached');
		equal(await status('self', `${goal}/steps/${old.id}`, { value: '79', on_day: '2026-11-24' }), 409, 'corrected once only');
	});
	await it('as days pass without a step it falls silent, never green; a step shows it is behind', async () => {
		await jump('2026-12-20', 'self', 'manager', 'peer');
		equal((await see('self')).health, 'stale', 'after 26 days of a quarter of its hundred');
		const page = await org.house.as(mail('self')).opens(goal);
		holds(plain(page.text), 'We can’t tell');
		holds(plain(page.text), 'What would change it');
		for (const m of (await see('self')).measures) await step('self', { measure: m.id, value: m.reached, on_day: '2026-12-20' });
		equal((await see('self')).health, 'slow', 'behind the line');
		equal((await get('manager', '/goals/team?only=behind')).members.map((m) => m.name).join(), 'Sal Self', 'who is behind');
	});
	await it('who has no goal stands on the team page, for the manager alone', async () => {
		const page = await get('manager', '/goals/team?only=none');
		holds(page.members.map((m) => m.name).join(), 'Pia Peer');
		lacks(page.members.map((m) => m.name).join(), 'Sal Self');
		equal((await get('peer', '/goals/team')).members.length, 0, 'a colleague has no team');
		equal((await get('self', '/goals?words=SATISFACTION')).goals.length, 1, 'found by a word of the title');
		equal((await get('self', '/goals?health=done')).goals.length, 0, 'none is reached');
	});
	await it('terms that were agreed change only with a reason, and both agree again', async () => {
		const before = await see('self'), entry = { ...satisfaction, version: before.head.version, seen_by: 'all', 'name.1': 'Satisfaction', 'kind.1': 'percent', 'better.1': 'up', 'baseline.1': '78', 'target.1': '84', 'decimals.1': '1',
			'name.2': 'Response time', 'kind.2': 'number', 'better.2': 'down', 'unit.2': 'hours', 'baseline.2': '9', 'target.2': '4', 'decimals.2': '1' };
		delete entry.measure;
		equal(await status('manager', goal, entry), 422, 'without a reason');
		equal(await status('manager', goal, { ...entry, reason: 'x', 'kind.1': 'number' }), 422, 'the kind of a measure that has steps');
		equal(await status('peer', goal, { ...entry, reason: 'x' }), 404, 'a colleague');
		await post('manager', goal, { ...entry, reason: 'The survey asks fewer people' });
		const page = await see('self');
		equal(page.head.state, 'proposed', 'waits again');
		equal(page.waits, 'owner', 'for the other side');
		const change = page.changes.find((c) => c.what === 'measure');
		holds(change.was, '85');
		holds(change.became, '84');
		equal(change.reason, 'The survey asks fewer people', 'reason');
		equal(await status('peer', goal), 404, 'not shown to everybody before both agree');
		holds(plain((await org.house.as(mail('self')).opens('/')).text), 'Agree a goal');
		equal(await status('manager', goal, { ...entry, reason: 'again' }), 409, 'somebody else’s version');
		await post('self', `${goal}/agree`, { version: page.head.version });
		equal((await see('self')).head.state, 'open', 'agreed again');
	});
	await it('shown to everybody: a colleague sees figures, no words of anybody, and can do nothing', async () => {
		await post('self', `${goal}/comments`, { words: 'A word between us' });
		const page = await see('peer');
		equal(page.measures.length, 2, 'figures');
		equal(page.comments, undefined, 'comments');
		equal(page.changes, undefined, 'changes');
		equal(page.steps.filter((s) => s.note !== null).length, 0, 'notes');
		equal(await status('peer', `${goal}/comments`, { words: 'me too' }), 403, 'comment');
		equal(await status('peer', `${goal}/steps`, {}), 403, 'step');
		equal(await status('peer', `/people/${org.id('self')}/goals`), 404, 'all goals of a colleague');
	});
	await it('a unit’s goal supports the organisation’s, and mine the unit’s: one sentence says so, the tree opens by level', async () => {
		await jump('2026-12-21', 'self', 'manager', 'peer', 'director', 'above', 'admin');
		const top = (await get('director', '/goals/tree')).kept.find((u) => u.name === 'North Instruments'), field = (await get('above', '/goals/tree')).kept.find((u) => u.name === 'Field');
		const set = { opens: '2026-12-21', due: '2027-12-20', seen_by: 'all', 'name.1': 'Net revenue', 'kind.1': 'money', 'unit.1': 'eur', 'decimals.1': '2', 'baseline.1': '1200000', 'target.1': '1500000.50' };
		const org1 = await post('director', `/units/${top.id}/goals`, { ...set, title: 'Customers stay with us' });
		const unit1 = await post('above', `/units/${field.id}/goals`, { ...set, title: 'Field service is known for speed', seen_by: 'unit', parent: org1.match(/\d+$/)[0] });
		equal(await status('manager', `/units/${top.id}/goals`, set), 403, 'who does not keep the unit');
		equal(await status('peer', unit1), 200, 'the unit sees it');
		equal(await status('admin', unit1), 404, 'outside the unit');
		equal(await status('admin', org1), 200, 'the organisation’s, everybody');
		holds(plain((await org.house.as(mail('director')).opens(org1)).text), 'From 1,200,000.00 EUR to 1,500,000.50 EUR');
		const now = await see('self');
		const entry = { ...satisfaction, parent: unit1.match(/\d+$/)[0], version: now.head.version, seen_by: 'all', reason: 'It serves the unit', 'name.1': 'Satisfaction', 'kind.1': 'percent', 'better.1': 'up', 'baseline.1': '78', 'target.1': '84', 'decimals.1': '1' };
		delete entry.measure;
		Object.assign(entry, { 'name.2': 'Response time', 'kind.2': 'number', 'better.2': 'down', 'unit.2': 'hours', 'baseline.2': '9', 'target.2': '4', 'decimals.2': '1' });
		await post('self', goal, entry);
		await post('manager', `${goal}/agree`, { version: (await see('manager')).head.version });
		holds(plain((await org.house.as(mail('self')).opens(goal)).text).replace(/\s+/g, ' '), 'contributes to Field service is known for speed (Field), which contributes to Customers stay with us (the organisation)');
		equal(await status('above', unit1, { title: 'A loop', ...set, parent: goal.match(/\d+$/)[0], reason: 'x', version: 1 }), 422, 'no goal stands above itself');
		const level = await get('admin', `/goals/tree?under=${org1.match(/\d+$/)[0]}`);
		equal(level.goals.length, 0, 'what one may not see is not in the tree');
		equal((await get('self', `/goals/tree?under=${org1.match(/\d+$/)[0]}`)).goals.map((g) => g.title).join(), 'Field service is known for speed', 'the next level');
		equal(await status('admin', `/goals/tree?under=${unit1.match(/\d+$/)[0]}`), 404, 'nor opened by number');
	});
	await it('handed over with a reason: the new owner and their manager agree, the old owner’s steps stay theirs', async () => {
		const heir = org.id('peer');
		equal(await status('self', `${goal}/hand-over`, { heir, reason: 'x', version: 1 }), 403, 'nobody hands on their own');
		await post('manager', `${goal}/hand-over`, { heir, reason: 'Sal moves to another desk', version: (await see('manager')).head.version });
		equal(await status('self', goal), 404, 'the former owner');
		const page = await see('peer');
		equal(page.head.state, 'proposed', 'waits');
		equal(page.changes[0].what, 'owner', 'kept');
		await post('peer', `${goal}/agree`, { version: page.head.version });
		await post('manager', `${goal}/agree`, { version: (await see('manager')).head.version });
		equal((await see('peer')).head.state, 'open', 'open again');
	});
	await it('closed with a look back; then it stands still', async () => {
		const version = (await see('peer')).head.version;
		equal(await status('peer', `${goal}/close`, { version }), 422, 'without an outcome');
		await post('peer', `${goal}/close`, { outcome: 'partly', realistic: '1', words: 'Response time was the right lever', version });
		const page = await see('manager');
		equal(page.head.outcome, 'partly', 'outcome');
		equal(page.head.look_back, 'Response time was the right lever', 'look back');
		equal(page.health, 'closed', 'health');
		equal(await status('peer', `${goal}/steps`, { measure: page.measures[0].id, value: '1', on_day: '2026-12-21' }), 409, 'no step any more');
		equal((await get('peer', '/goals?show=closed')).goals.length, 1, 'among the closed');
		holds(plain((await org.house.as(mail('manager')).opens(goal)).text), 'It was realistic');
	});
	await it('dropped with a reason; a manager’s proposal is refused so', async () => {
		goal = await post('manager', `/people/${org.id('self')}/goals`, { title: 'Write the handbook of the field desk', ...days, seen_by: 'line', 'name.1': 'Published', 'kind.1': 'yesno' });
		equal((await see('self')).waits, 'owner', 'the employee is asked');
		equal(await status('self', `${goal}/drop`, { version: 1 }), 422, 'without a reason');
		await post('self', `${goal}/drop`, { reason: 'The desk closes', version: (await see('self')).head.version });
		equal((await see('manager')).head.state, 'dropped', 'state');
		lacks(plain((await org.house.as(mail('self')).opens('/')).text), 'Agree a goal');
	});
	await it('the manager changes: the new one is asked and has the rights at once, the former one has neither', async () => {
		goal = await post('self', `/people/${org.id('self')}/goals`, { title: 'Answer every message within a day', ...days, seen_by: 'line', 'name.1': 'Within a day', 'kind.1': 'percent', 'baseline.1': '60', 'target.1': '90' });
		holds(plain((await org.house.as(mail('manager')).opens('/')).text), 'Agree a goal');
		org.imports('former-manager', '');
		await org.house.comeByLink(mail('former-manager'));
		equal(await status('manager', goal), 404, 'who was the manager');
		lacks(plain((await org.house.as(mail('manager')).opens('/')).text), 'Agree a goal');
		holds(plain((await org.house.as(mail('former-manager')).opens('/')).text), 'Agree a goal');
		await post('former-manager', `${goal}/agree`, { version: (await see('former-manager')).head.version });
		equal((await see('self')).head.state, 'open', 'state');
		holds(plain((await org.house.as(mail('self')).opens('/')).text), 'Answer every message within a day');
	});
	await it('a list of more than fifty goals goes on page by page, by how they stand, and leaves as a file of just what it shows', async () => {
		const address = `/people/${org.id('report')}/goals`, n = 53;
		goal = '/';
		for (const w of ['report', 'self', 'peer']) await org.house.comeByLink(mail(w));
		for (let i = 0; i < n; i++) {
			const title = i === 0 ? '=HYPERLINK("https://example.org","look")' : `Goal, the ${i}th`, at = await post('report', address, { title, ...days, due: `2027-03-${String(1 + i % 28).padStart(2, '0')}`, seen_by: 'line', 'name.1': 'Parts', 'kind.1': 'number', 'baseline.1': '0', 'target.1': '10' });
			if (i % 26 === 1) await post('report', `${at}/steps`, { measure: (await get('report', at)).measures[0].id, value: '10', on_day: '2026-12-01' });
		}
		const first = await get('report', '/goals'), second = await get('report', `/goals?after=${first.next}`);
		equal([first.total, first.goals.length, second.goals.length, second.next].join(), `${n},50,3,`, 'pages');
		equal(new Set([...first.goals, ...second.goals].map((g) => g.title)).size, n, 'each stands on one of them');
		const done = await get('report', '/goals?health=done');
		equal(done.goals.map((g) => g.title).sort().join('; '), 'Goal, the 1th; Goal, the 27th', 'by how they stand');
		const file = await org.house.as(mail('report')).get('/goals/file'), lines = file.text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
		equal(file.headers.get('content-type'), 'text/csv; charset=utf-8', 'type');
		holds(file.headers.get('content-disposition'), 'goals.csv');
		equal(lines.length, n + 1, 'a line each, under a head');
		equal(lines[0], 'Whose,Goal,State,How it stands,"Of the way, in percent",First day,Last day', 'heads');
		holds(file.text, `"'=HYPERLINK(""https://example.org"",""look"")"`);
		const some = (await org.house.as(mail('report')).get('/goals/file?health=done&words=27th')).text.trimEnd().split('\r\n');
		equal(some.length, 2, 'only what the filter shows');
		holds(some[1], '"Goal, the 27th",To be agreed,Reached,100,2026-11-24,2027-03-28');
		equal((await org.house.as(mail('self')).get(`${address}/file`)).text, file.text, 'the manager’s is the same');
		equal(await status('peer', `${address}/file`), 404, 'a curious colleague');
		const team = (await org.house.as(mail('self')).get('/goals/team/file')).text;
		equal(team.trimEnd().split('\r\n').length, n + 1, 'the lead’s people');
		lacks((await org.house.as(mail('peer')).get('/goals/team/file')).text, 'the 1th');
	});
}
