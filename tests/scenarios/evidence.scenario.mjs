// The year beside the form: what a writer may read stands there by month, answers cite it, what most of it is from is said,
// a rating at an end rests on two items, and at release each reader sees the cited items that are theirs to see.
import { equal, holds, it, lacks, plain } from '../house.mjs';
import { mail, Organisation, questionsOf } from '../matrix/organisation.mjs';

export const words = 'a manager writes with the year beside the form, cites it, and nobody sees more by it';

const ratings = (page) => questionsOf(page).filter((q) => q.kind !== 'text');
const items = (page) => page.item_months.flatMap((m) => m.items);
const cites = (page) => questionsOf(page).flatMap((q) => q.cited);

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const as = (key) => org.as(key), at = {}, page = (key, more = '') => as(key).get(`/parts/${at.manager}${more}`);
	const html = async (key, path) => plain((await org.house.as(mail(key)).get(path)).text);
	const send = (key, value) => as(key).v.sendJson('POST', `/parts/${at.manager}/citations`, value);
	const cite = async (key, ref, question) => { const r = await send(key, { cite: ref, cites_for: question }); if (r.status !== 303) throw new Error(`citing ${ref}: ${r.status} ${r.text.slice(0, 300)}`); return r; };
	const gives = (from, fields) => as(from).post(`/people/${org.id('self')}/feedback`, { kind: 'observation', ...fields });
	/** All answers of the manager, ends and all, as a program sends them. */
	const handsIn = async (level, more = {}) => {
		const p = await page('manager'), entry = { version: p.head.version, submit: 1, question: {} };
		for (const q of questionsOf(p)) entry.question[q.id] = { version: q.version, ...(q.kind === 'text' ? { words: 'Because of the gauge line.' } : { value: level(q), ...more }) };
		return as('manager').v.sendJson('POST', `/parts/${at.manager}`, entry);
	};
	let rated, second, first, kept;

	await it('a template asks for goal results, and for evidence at the ends', async () => {
		const mira = as('mira'), form = await mira.post('/forms', { name: 'With goals', start: 'standard' });
		let p = await mira.get(form);
		equal(questionsOf(p).filter((q) => q.evidence === 'extremes').length, 5, 'ratings of the standard template that ask for evidence');
		await mira.post(`${form}/sections/${p.sections[0].id}/questions`, { title: 'What came of the goals?', kind: 'goals', version: p.head.version });
		p = await mira.get(form);
		const q = questionsOf(p).find((x) => x.kind === 'goals');
		equal(q.evidence, 'may', 'a new question');
		await mira.post(`${form}/questions/${q.id}`, { title: q.title, asks: 'manager', weight: 0, required: 1, shared: 1, evidence: 'must', version: p.head.version });
		p = await mira.get(form);
		equal(questionsOf(p).find((x) => x.kind === 'goals').evidence, 'must', 'as it was set');
		await mira.post(`${form}/publish`, { version: p.head.version });
		await org.launch(await org.cycle('A year of evidence', 'Solo', form.match(/\d+/)[0]));
		Object.assign(at, (await org.reviews('self', 'manager')).get('A year of evidence'));
	});
	await it('before anything was noted the place says what it is for, and a level at an end rests on a sentence', async () => {
		const p = await page('manager');
		equal(p.about.total, 0, 'items');
		holds(await html('manager', `/parts/${at.manager}`), 'Nothing noted yet');
		equal(ratings(p).every((q) => q.asks_reason), true, 'a reason is asked for');
		const r = await handsIn(() => '5');
		equal(r.status, 422, 'without a reason');
		holds(r.text, 'Fewer than two items were noted in the period');
	});
	await it('steps and feedback come to stand beside the form', async () => {
		const goal = await as('self').post(`/people/${org.id('self')}/goals`, { title: 'Halve the rework of the gauge line', opens: '2026-01-02', due: '2026-12-31', seen_by: 'line', measure: { 1: { name: 'Rework', kind: 'percent', better: 'down', baseline: '20', target: '10' } } });
		await as('manager').post(`${goal}/agree`, { version: (await as('manager').get(goal)).head.version });
		const measure = (await as('self').get(goal)).measures[0].id;
		for (const [on_day, value] of [['2026-02-10', '19'], ['2026-08-24', '16'], ['2026-08-25', '15'], ['2026-10-05', '13']]) await as('self').post(`${goal}/steps`, { measure, on_day, value });
		await gives('peer', { behaviour: 'Pia told the manager of the handover', happened: '2026-09-15', seen_by: 'manager' });
		await gives('peer', { behaviour: 'Between us alone: the tone in May', happened: '2026-05-12', seen_by: 'receiver' });
		await gives('stranger', { kind: 'praise', behaviour: 'Everybody may read this thanks', happened: '2026-11-10', seen_by: 'all' });
		kept = await gives('report', { kind: 'suggestion', behaviour: 'Kept to the two of us: fewer meetings', happened: '2026-10-20', seen_by: 'manager' });
		const p = await page('manager');
		equal(p.about.total, 7, 'items');
		holds(JSON.stringify(p), 'Kept to the two of us');
		equal(items(p)[0].words, 'Everybody may read this thanks', 'the newest first');
		equal(items(await page('manager', '?sort=oldest'))[0].on_day, '2026-02-10', 'the oldest first');
	});
	await it('what a colleague told the employee alone is not among them, as page, as JSON, by number', async () => {
		lacks(await html('manager', `/parts/${at.manager}`), 'Between us alone');
		lacks(JSON.stringify(await page('manager', '?source=feedback')), 'Between us alone');
		const own = await as('self').get(`/parts/${at.self}`), hidden = items(own).find((i) => i.words.startsWith('Between us'));
		equal(own.about.total, 8, 'the employee sees it beside the self review');
		const q = ratings(await page('manager'))[0].id, there = await send('manager', { cite: hidden.ref, cites_for: q }), nowhere = await send('manager', { cite: '999999999', cites_for: q });
		equal(there.status, 409, 'cited by its number');
		equal(nowhere.status, 409, 'a number that is nobody’s says the same');
	});
	await it('empty months are named, and the address filters by kind', async () => {
		const text = await html('manager', `/parts/${at.manager}`), p = await page('manager', '?source=goals');
		holds(text, 'Nothing noted in January, March, April, May, June and July.');
		equal(p.months.map((m) => m.n).join(), '0,1,0,0,0,0,0,2,1,2,1', 'by month, of every kind');
		equal(items(p).length, 4, 'steps');
		equal(items(p).every((i) => i.source === 'goals'), true, 'of one kind');
	});
	await it('two answers are cited without script, by a button of the form, and nothing typed is lost', async () => {
		const v = org.house.as(mail('manager')), address = `/parts/${at.manager}`, q = ratings(await page('manager'));
		[rated, second] = [q[0].id, q[1].id];
		await v.opens(address);
		const text = v.form(address).names.find((n) => n.startsWith('words.'));
		const ref = items(await page('manager')).find((i) => i.words.startsWith('Everybody')).ref;
		const r = await v.fill(address, { [text]: 'Typed before citing', cite: ref, cites_for: rated });
		equal(r.status, 303, 'cited');
		holds(r.to, `cites_for=${rated}#i${ref}`);
		const back = await v.opens(r.to.replace(org.house.site, ''));
		holds(back.text, 'Typed before citing');
		holds(plain(back.text), 'Cited in 1.1');
		first = ref;
		equal(cites(await page('manager')).length, 1, 'citations');
	});
	await it('the same item twice counts once, and is taken away by its button', async () => {
		await cite('manager', first, rated);
		await cite('manager', first, second);
		equal(cites(await page('manager')).length, 2, 'in two answers');
		equal((await page('manager')).about.cited, 1, 'different items');
		equal((await send('manager', { uncite: `${second}-${first}` })).status, 303, 'taken away');
		equal(cites(await page('manager')).length, 1, 'citations');
		equal((await send('manager', { uncite: 'nonsense' })).status, 422, 'what is no citation');
	});
	await it('three cited items say nothing; at four it says how many are recent; more than half stand out', async () => {
		const all = items(await page('manager', '?sort=oldest')), by = (day) => all.find((i) => i.on_day === day).ref;
		await cite('manager', by('2026-02-10'), rated);
		await cite('manager', by('2026-08-24'), rated);
		lacks(await html('manager', `/parts/${at.manager}`), 'items you cite are from');
		await cite('manager', by('2026-08-25'), rated);
		const half = await page('manager');
		equal([half.about.cited, half.about.recent, half.about.says, half.about.warns].join(), '4,2,true,false', 'half');
		holds(await html('manager', `/parts/${at.manager}`), '2 of 4 items you cite are from the last three months of eleven.');
		await cite('manager', by('2026-10-05'), rated);
		equal((await page('manager')).about.warns, true, 'three of five');
		const text = await html('manager', `/parts/${at.manager}`);
		holds(text, '3 of 5 items you cite are from the last three months of eleven.');
		holds(text, 'A look at the whole period may help.');
		if (text.indexOf('3 of 5 items') > text.indexOf('Hand in')) throw new Error('it is said after the button');
	});
	await it('a rating at an end without two citations is refused beside the question, and kept', async () => {
		const r = await handsIn((q) => (q.kind === 'goals' ? '3' : q.id === rated ? '5' : q.id === second ? '1' : '3'));
		equal(r.status, 422, 'status');
		const refused = r.json ?? JSON.parse(r.text);
		holds(JSON.stringify(refused), `value.${second}`);
		lacks(JSON.stringify(refused), `value.${rated}"`);
		holds(r.text, 'rests on at least two cited items');
		const goals = ratings(await page('manager')).find((q) => q.kind === 'goals');
		holds(r.text, `value.${goals.id}`);
		await cite('manager', first, goals.id);
		await cite('manager', items(await page('manager')).find((i) => i.words.startsWith('Pia told')).ref, second);
	});
	await it('goal results stand in the form with their progress', async () => {
		const p = await page('manager');
		equal(p.goals.length, 1, 'goals of the period');
		equal(p.goals[0].progress, 70, 'of the way from 20 to 10');
		holds(await html('manager', `/parts/${at.manager}`), 'Halve the rework of the gauge line');
	});
	await it('with two it is handed in, warning or not; the share is kept', async () => {
		await cite('manager', items(await page('manager')).find((i) => i.words.startsWith('Kept to')).ref, second);
		const r = await handsIn((q) => (q.id === rated ? '5' : q.id === second ? '1' : '3'));
		equal(r.status, 303, `handed in: ${r.text.slice(0, 400)}`);
		equal((await send('manager', { cite: first, cites_for: rated })).status, 409, 'citing afterwards');
	});
	await it('the self review is not bound: its ends need no citation', async () => {
		await org.part('self', at.self, (i) => `Sal ${i}`, '5');
	});
	await it('each reader of the review sees the items that are theirs, and how many are not', async () => {
		const review = `/reviews/${at.review}`, above = await as('above').get(review), text = JSON.stringify(above);
		lacks(text, 'Pia told');
		lacks(text, 'Kept to the two');
		holds(text, 'Everybody may read this thanks');
		holds(await html('above', review), '2 items you may not see');
		holds(JSON.stringify(await as('manager').get(review)), 'Pia told');
		lacks(JSON.stringify(await as('partner').get(review)), 'Pia told');
		lacks(JSON.stringify(await as('director').get(`/parts/${at.manager}`)), 'Pia told');
		equal((await as('self').v.json(review)).status, 404, 'the employee before release');
	});
	await it('at release the cited words are copied; the employee sees them all', async () => {
		await org.step('mira', at.review, 'release');
		const own = await html('self', `/reviews/${at.review}`);
		for (const w of ['Pia told the manager', 'Kept to the two of us', 'Everybody may read this thanks', 'Halve the rework of the gauge line', '70% reached']) holds(own, w);
		lacks(own, 'may not see');
		holds(await html('self', `/reviews/${at.review}/record`), 'Pia told the manager');
		lacks(await html('partner', `/reviews/${at.review}/record`), 'Pia told the manager');
		holds(await html('partner', `/reviews/${at.review}/record`), 'you may not see');
	});
	await it('the signed file names what is cited by digest, with words of what everyone may read', async () => {
		const file = (await org.house.as(mail('self')).get(`/reviews/${at.review}/record/file`)).text;
		holds(file, 'Everybody may read this thanks');
		lacks(file, 'Pia told');
		equal([...file.matchAll(/^manager-cites: \d{4}-\d\d-\d\d [a-z]+ \d+ [0-9a-f]{64}/gm)].length, 8, 'citations in it');
	});
	await it('what its author takes back afterwards stays in the record of those who could read it', async () => {
		await as('report').post(`${kept}/withdraw`, {});
		holds(await html('self', `/reviews/${at.review}`), 'Kept to the two of us');
		holds(await html('manager', `/reviews/${at.review}`), 'Kept to the two of us');
	});
	await it('the earlier review stands aside until its reader asks', async () => {
		await org.launch(await org.cycle('The next one', 'Solo', await org.template('Plain')));
		const next = (await org.reviews('self', 'manager')).get('The next one').manager;
		equal((await as('manager').get(`/parts/${next}`)).earlier.length, 0, 'unasked');
		const asked = await as('manager').get(`/parts/${next}?earlier=1`);
		equal(asked.earlier[0].cycle_name, 'A year of evidence', 'asked for');
		for (const path of [`/parts/${next}`, `/parts/${next}?earlier=1`]) equal((await as('self').v.json(path)).status, 404, 'the employee');
	});
	await it('a journal entry comes to stand beside the form when it is shared, and goes when it is taken back', async () => {
		const next = (await org.reviews('self', 'manager')).get('The next one'), seen = async () => JSON.stringify(await as('manager').get(`/parts/${next.manager}?source=journal`));
		const note = await as('self').post(`/people/${org.id('self')}/journal`, { kind: 'achievement', words: 'Only mine until shared', happened: '2026-10-20' });
		lacks(await seen(), 'Only mine');
		lacks(JSON.stringify(await as('self').get(`/parts/${next.self}`)), 'Only mine');
		const shared = await as('self').post(`${note}/share`, { with_files: 0 });
		holds(await seen(), 'Only mine until shared');
		holds(JSON.stringify(await as('self').get(`/parts/${next.self}`)), 'Only mine until shared');
		await as('self').post(`${shared}/end`, {});
		lacks(await seen(), 'Only mine');
	});
	await it('no page took more than two rounds', async () => {
		const many = [...org.house.log.matchAll(/method=GET route=(\S*(?:parts|reviews)\S*) .*rounds=(\d+)/g)].filter((m) => +m[2] > 2);
		equal(many.map((m) => `${m[1]} ${m[2]}`).join(), '', 'pages of more than two rounds');
	});
	await org.house.stop();
}
