// subjects.mjs: what each line of the matrix is asked about: every line that changes something has its own.
import { mail, questionsOf, TODAY } from './organisation.mjs';

const peopleFile = 'Employee ID,Name,Work E-mail\r\nN-9001,"New, Nina",nina@matrix.example\r\nN-9002,"Bad, Bo",no address\r\n';
const unitOf = (line) => (line.state.startsWith("director's own") ? 'Own' : 'Solo');
const state = (line) => line.state.replace("director's own", '').trim();
const needsCycle = (line) => /^\/(cycles\/:cycle|reviews\/:review|parts\/:part|say\/:cycle|formers\/:former)/.test(line.path) || (line.path === '/approvals' && line.method === 'POST');
/** A line about the second level: one that says so, or approves. */
const approves = (line) => state(line) === 'unapproved' || line.path === '/approvals';
const needsForm = (line) => /^\/forms\/:form/.test(line.path);
const at = new Map();           // by key of the line

/** The state a review must be brought to, for a line about a part. */
const stages = { both: 'written', released: 'released', written: 'written', acknowledged: 'acknowledged', locked: 'locked', unapproved: 'written', withdrawn: 'withdrawn' };

async function cycles(org, lines, form) {
	const early = lines.filter((l) => state(l).endsWith('closed')), now = lines.filter((l) => !early.includes(l));
	const make = async (l, from, to) => {
		const cycle = await org.cycle(l.key, unitOf(l), form, from, to, approves(l) ? { approval: 1 } : {});
		at.set(l.key, { cycle });
		if (state(l) === 'rehearsal') at.get(l.key).cycle = (await org.as('mira').post(`/cycles/${cycle}/rehearse`)).match(/\d+/)[0];
		else if (state(l) !== 'draft') await org.launch(cycle);
	};
	for (const l of early) await make(l, '2026-11-03', '2026-11-12');
	await org.arrive();
	await org.roles();
	for (const l of now) await make(l, TODAY, '2027-01-31');
	const sal = await org.reviews('self', 'manager'), dee = await org.reviews('director', 'top');
	for (const l of lines) {
		const found = (unitOf(l) === 'Own' ? dee : sal).get(l.key);
		if (found) Object.assign(at.get(l.key), found);
		else if (!['draft', 'rehearsal'].includes(state(l))) throw new Error(`no review for ${l.key}`);
	}
}

/** HR asks who led the employee before; brought to where the line says. */
async function former(org, here, s) {
	const fay = org.as('former-manager');
	await org.as('mira').post(`/cycles/${here.cycle}/cases/${org.id('self')}`, { choice: 'keep', reason: 'asked by the matrix', ask: [org.id('former-manager')], ...(s === 'shared' ? { shared: 1 } : {}) });
	here.former = (await fay.get('/reviews')).formers[0].id;
	if (s === 'declined') await fay.post(`/formers/${here.former}/decline`, { reason: 'asked by the matrix', version: 1 });
	else if (s !== 'asked' && s !== 'lapsed') await fay.post(`/formers/${here.former}`, { did: 'asked by the matrix', version: 1 });
	if (s === 'shared') await org.bring(here, 'released');
	if (s === 'lapsed') await org.bring(here, 'written');
}

async function bringAll(org, lines) {
	for (const l of lines) {
		const here = at.get(l.key), s = state(l), [side, how] = s.split(' ');
		if (l.path.startsWith('/formers/')) { await former(org, here, s); continue; }
		const own = unitOf(l) === 'Own', self = own ? 'director' : 'self', manager = own ? 'top' : 'manager';
		if (how === 'submitted') await org.part(side, here[side], (i) => `words ${i}`);
		else await org.bring(here, approves(l) ? 'written' : stages[how ?? side], self, manager);
		if (how === 'talked') {
			await org.bring(here, 'released', self, manager);
			await org.step(manager, here.review, 'talked', { talked_on: TODAY, agreed: 'asked by the matrix' });
		}
		if (/answers\/:question$/.test(l.path)) here.question = questionsOf(await org.as(self).get(`/parts/${here.self}`)).find((q) => q.kind === 'text').id;
		if (/rules\/:rule/.test(l.path)) here.rule = (await org.as('mira').get(`/cycles/${here.cycle}/setup`)).rules[0].id;
		if (/reminders\/:reminder/.test(l.path)) here.reminder = (await org.as('mira').get(`/cycles/${here.cycle}/setup`)).reminders[0].id;
		if (/extensions$/.test(l.path)) here.phase = (await org.as('mira').get(`/cycles/${here.cycle}/setup`)).phases[0].id;
	}
}

async function templates(org, lines, published) {
	const mira = org.as('mira');
	for (const l of lines) {
		const form = state(l) === 'published' ? published : (await mira.post('/forms', { name: l.key.slice(0, 100), start: 'standard' })).match(/\d+/)[0];
		const page = await mira.get(`/forms/${form}`);
		at.set(l.key, { form, section: page.sections[1].id, question: questionsOf(page)[1].id });
	}
}

/** A task of the employee's for each line: kept, or given by the manager; "done" is moved there. */
async function tasks(org, lines) {
	const entry = { title: 'Asked about', due_on: '2026-12-20' };
	for (const l of lines) {
		const [shared, done] = l.state.split(' '), own = shared === 'self';
		const title = `${l.key}`.slice(0, 190), who = org.as(own ? 'self' : 'manager'), path = own ? '/tasks' : `/people/${org.id('self')}/tasks`;
		await who.post(path, { ...entry, title, seen_by: shared });
		const task = (await who.get(path)).tasks.find((t) => t.title === title).id, here = { task };
		await org.as('self').post(`/tasks/${task}/steps`, { words: 'one' });
		here.step = (await org.as('self').get(`/tasks/${task}`)).steps[0].id;
		if (done) await org.as('self').post(`/tasks/${task}/lane`, { lane: 'done', version: 1 });
		at.set(l.key, here);
	}
}

/** What the employee says is wrong, for each line; "mended": answered by the partner. */
async function corrections(org, lines) {
	for (const l of lines) {
		await org.as('self').post('/corrections', { about: 'employment', words: l.key });
		const correction = (await org.as('self').get('/corrections')).own.find((c) => c.words === l.key).id;
		if (state(l) === 'mended') await org.as('partner').post(`/corrections/${correction}/answer`, { verdict: 'mended', answer: 'Done', version: 1 });
		at.set(l.key, { correction });
	}
}

const oneMeasure = { 1: { name: 'Figure', kind: 'number', better: 'up', baseline: '0', target: '10' } };
const flat = { 'name.1': 'Figure', 'kind.1': 'number', 'better.1': 'up', 'baseline.1': '0', 'target.1': '10' };
const goalTerms = { opens: TODAY, due: '2027-06-30', seen_by: 'line' };

/** A goal of the employee's for each line, proposed by them, agreed by the manager where the line says more; or the unit's. */
async function goals(org, lines) {
	const step = async (who, goal, what, fields) => org.as(who).post(`${goal}/${what}`, { version: (await org.as(who).get(goal)).head.version, ...fields });
	for (const l of lines) {
		const unit = l.state.startsWith('unit'), all = /all|shows/.test(l.state), entry = { ...goalTerms, title: l.key.slice(0, 190), seen_by: all ? 'all' : 'line', measure: oneMeasure };
		const goal = unit ? await org.as('above').post(`/units/${org.field}/goals`, entry) : await org.as('self').post(`/people/${org.id('self')}/goals`, entry);
		if (!unit && !l.state.startsWith('proposed')) await step('manager', goal, 'agree');
		const page = await org.as(unit ? 'above' : 'self').get(goal), here = { goal: goal.match(/(\d+)$/)[1], measure: page.measures[0].id };
		if (!unit && l.state !== 'proposed') await step('self', goal, 'steps', { measure: here.measure, value: '1', on_day: TODAY });
		here.step = (await org.as(unit ? 'above' : 'self').get(goal)).steps[0]?.id;
		if (l.state === 'closed') await step('self', goal, 'close', { outcome: 'met', realistic: 1 });
		here.version = (await org.as(unit ? 'above' : 'self').get(goal)).head.version;
		at.set(l.key, here);
	}
}

/** A checked file for each line, one row of it bad. */
async function imports(org, lines) {
	const mira = org.house.as(mail('mira'));
	for (const l of lines) {
		await mira.opens('/import');
		const applied = state(l) === 'applied';
		const r = await mira.upload('/import', 'file', 'matrix.csv', applied ? 'Employee ID,Name\r\nN-9100,"Brief, Bea"\r\n' : peopleFile);
		if (r.status !== 303) throw new Error(`upload: ${r.status}`);
		if (applied) {
			await mira.opens(r.to.replace(org.house.site, ''));
			await mira.does(/\/apply$/);
		}
		at.set(l.key, { import: r.to.match(/(\d+)$/)[1] });
	}
}

/** A piece of feedback from the peer to the employee. */
async function given(org, seen_by) {
	const gift = await org.as('peer').post(`/people/${org.id('self')}/feedback`, { kind: 'praise', behaviour: 'asked by the matrix', seen_by });
	return gift.match(/(\d+)$/)[1];
}

async function asked(org, by) {
	const ask = await org.as(by).post(`/people/${org.id('self')}/ask`, { whom: [org.id('peer')], due: '2026-12-01' });
	return ask.match(/(\d+)$/)[1];
}

/** Feedback for each line, given by the peer to the employee; what is asked is answered by the peer. */
async function feedback(org, lines) {
	for (const l of lines) {
		const s = state(l), here = {};
		at.set(l.key, here);
		if (l.path.startsWith('/asks/')) {
			here.ask = await asked(org, 'self');
			if (s === 'given') await org.as('peer').post(`/asks/${here.ask}`, { behaviour: 'asked by the matrix', seen_by: 'receiver' });
		} else if (s === 'asked') {
			here.feedback = (await org.as('peer').post(`/asks/${await asked(org, 'above')}`, { behaviour: 'asked by the matrix' })).match(/(\d+)$/)[1];
		} else {
			here.feedback = await given(org, s === 'withdrawn' ? 'manager' : s);
			if (s === 'withdrawn') await org.as('peer').post(`/feedback/${here.feedback}/withdraw`);
		}
	}
}

/** A note with a file for each line, shared with its files or without, as the line says. */
async function notes(org, lines) {
	const self = org.as('self');
	for (const l of lines) {
		const note = (await self.post(`/people/${org.id('self')}/journal`, { kind: 'learning', words: 'asked by the matrix', happened: TODAY })).match(/(\d+)$/)[1], here = { note };
		at.set(l.key, here);
		const v = org.house.as(mail('self'));
		await v.opens(`/journal/${note}`);
		const r = await v.upload(`/journal/${note}/files`, 'file', 'matrix.txt', 'asked by the matrix');
		if (r.status !== 303) throw new Error(`upload: ${r.status}`);
		here.file = (await self.get(`/journal/${note}`)).files[0].id;
		if (l.path.startsWith('/shared/')) here.shared = (await self.post(`/journal/${note}/share`, state(l) === 'without files' ? {} : { with_files: 1 })).match(/(\d+)$/)[1];
	}
}

async function values(org, lines) {
	const mira = org.as('mira');
	for (const l of lines) {
		await mira.post('/values', { name: l.key.slice(0, 80) });
		at.set(l.key, { value: (await mira.get('/values')).values.find((v) => v.name === l.key.slice(0, 80)).id });
	}
}

async function askTemplates(org, lines) {
	const mira = org.as('mira');
	for (const l of lines) {
		await mira.post('/ask-templates', { title: l.key.slice(0, 80), own_words: 'asked by the matrix', of_words: 'asked by the matrix' });
		at.set(l.key, { template: (await mira.get('/ask-templates')).templates.find((t) => t.title === l.key.slice(0, 80)).id });
	}
}

/** The organisation with everything the lines ask about. */
export async function prepare(org, lines) {
	await org.begin();
	const form = await org.template();
	await cycles(org, lines.filter(needsCycle), form);
	await bringAll(org, lines.filter(needsCycle));
	await templates(org, lines.filter(needsForm), await org.template('Another'));
	await org.grant('self', 'analyst', 'Solo');
	org.selfGrant = (await org.as('mira').get(`/people/${org.id('self')}/grants`)).grants[0].id;
	org.selfToken = (await org.as('self').get('/account')).tokens[0].id;
	await values(org, lines.filter((l) => l.path.startsWith('/values/:value')));
	await askTemplates(org, lines.filter((l) => l.path.startsWith('/ask-templates/:template')));
	await notes(org, lines.filter((l) => /^\/(journal\/:note|shared\/:shared)/.test(l.path)));
	await feedback(org, lines.filter((l) => /^\/(feedback\/:feedback|asks\/:ask)/.test(l.path)));
	org.selfNotice = (await org.as('self').get('/notices')).notices[0].id;
	await imports(org, lines.filter((l) => l.path.startsWith('/import/:import')));
	org.unit = (await org.as('mira').get(`/people/${org.id('self')}/grants`)).units[0].id;
	await tasks(org, lines.filter((l) => l.path.startsWith('/tasks/:task')));
	await corrections(org, lines.filter((l) => l.path.startsWith('/corrections/:correction')));
	org.field = (await org.as('above').get('/goals/tree')).kept.find((u) => u.name === 'Field').id;
	await goals(org, lines.filter((l) => l.path.startsWith('/goals/:goal')));
	await org.settle();
	org.as('self');
}

const wrongPassword = 'not the password at all';
const fieldsOf = {
	'/sign-in': (o, who) => ({ name: mail(who), password: wrongPassword }),
	'/sign-in/carried': () => ({ carried: '00' }),
	'/sign-in/link': (o, who) => ({ email: mail(`nobody-${who}`) }),
	'/link/:key': () => ({}),
	'/setup/:key': () => ({ organisation: 'X', zone: 'UTC', given: 'A', family: 'B', email: 'a@b.example', password: 'long enough for anyone' }),
	'/account/password': () => ({ old: wrongPassword, password: 'short' }),
	'/account/sessions/end': () => ({ session: '00'.repeat(32) }),
	'/account/tokens': () => ({ name: 'one more', scopes: 'read', hours: '1' }),
	'/account/notices': () => ({ rhythm: 'usual', quiet_from: '18:00', quiet_to: '07:00', version: 0 }),
	'/people/:person/grants': (o) => ({ role: 'executive', unit: o.unit, starts_on: TODAY, reason: 'asked by the matrix' }),
	'/import/:import/apply': () => ({ good: '1' }),
	'/forms': () => ({ name: 'Asked by the matrix', start: 'empty' }),
	'/forms/:form': () => ({ name: 'Renamed', version: 1 }),
	'/forms/:form/sections': () => ({ title: 'A new section', weight: '10', version: 1 }),
	'/forms/:form/sections/:section': () => ({ title: 'Changed', weight: '10', version: 1 }),
	'/forms/:form/sections/:section/questions': () => ({ title: 'A new question', kind: 'text', version: 1 }),
	'/forms/:form/questions/:question': () => ({ title: 'Changed', weight: '10', asks: 'both', required: '1', shared: '1', version: 1 }),
	'/framework': () => ({ growth: 'some', oversight: 'some', council: 'none', frequency: 'quarter', goals: 'both', data_use: 'both', fairness: 'second', manager_part: 'both', employee_part: 'shares' }),
	'/framework/pilot': (o) => ({ style: 'blended', kind: 'review', unit: o.unit, name: 'Asked by the matrix', start: '2026-12-01', period_from: '2026-01-01', period_to: '2026-06-30', rhythm: 'month', version: 1 }),
	'/cycles': () => ({ kind: 'review', name: 'Asked by the matrix', period_from: '2026-01-01', period_to: '2026-06-30' }),
	'/cycles/:cycle/setup': () => ({ name: 'Renamed', period_from: '2026-01-01', period_to: '2026-06-30', as_of: '2026-06-30', version: 3 }),
	'/cycles/:cycle/rules': () => ({ takes: 'in', unit: '', version: 3 }),
	'/cycles/:cycle/rules/:rule/remove': () => ({ version: 3 }),
	'/say/:cycle': () => ({ worth: '4', change: 'asked by the matrix' }),
	'/cycles/:cycle/copy': () => ({ name: 'Asked by the matrix', by: 'year' }),
	'/cycles/:cycle/reminders': () => ({ verb: 'self', days: '5', side: 'after' }),
	'/cycles/:cycle/launch': () => ({ version: 3 }),
	'/cycles/:cycle/extensions': (o, who, here) => ({ phase: here.phase, person: o.id('self'), until: '2027-02-15', reason: 'asked by the matrix' }),
	'/cycles/:cycle/cases/:person': () => ({ choice: 'keep', reason: 'asked by the matrix' }),
	'/cycles/:cycle/moves/:person': () => ({ choice: 'move', reason: 'asked by the matrix' }),
	'/cycles/:cycle/absences': () => ({ who: mail('self'), away: '2026-12-01', back: '2026-12-20' }),
	'/formers/:former': () => ({ did: 'asked by the matrix', version: 1 }),
	'/formers/:former/decline': () => ({ reason: 'asked by the matrix', version: 1 }),
	'/tasks': () => ({ title: 'Asked by the matrix', due_on: '2026-12-20', seen_by: 'self' }),
	'/people/:person/tasks': () => ({ title: 'Asked by the matrix', due_on: '2026-12-20', seen_by: 'pair' }),
	'/tasks/:task': (o, who, here, l) => ({ title: 'Changed', due_on: '2026-12-21', version: l.state.endsWith('done') ? 2 : 1 }),
	'/corrections': () => ({ about: 'profile', words: 'Asked by the matrix' }),
	'/corrections/:correction/answer': () => ({ verdict: 'declined', answer: 'Asked by the matrix', version: 1 }),
	'/tasks/:task/lane': () => ({ lane: 'done', version: 1 }),
	'/tasks/:task/steps': () => ({ words: 'another' }),
	'/tasks/:task/steps/:step': () => ({ done: 1 }),
	'/tasks/:task/remarks': () => ({ remark: 'asked by the matrix' }),
	'/people/:person/goals': () => ({ ...goalTerms, ...flat, title: 'Asked by the matrix' }),
	'/units/:unit/goals': () => ({ ...goalTerms, ...flat, title: 'Asked by the matrix' }),
	'/goals/:goal': (o, who, here) => ({ ...goalTerms, ...flat, title: 'Changed by the matrix', reason: 'asked by the matrix', version: here.version }),
	'/goals/:goal/agree': (o, who, here) => ({ version: here.version }),
	'/goals/:goal/steps': (o, who, here) => ({ measure: here.measure, value: '2', on_day: TODAY }),
	'/goals/:goal/steps/:step': () => ({ value: '3', on_day: TODAY }),
	'/goals/:goal/comments': () => ({ words: 'asked by the matrix' }),
	'/goals/:goal/close': (o, who, here) => ({ outcome: 'met', realistic: '1', version: here.version }),
	'/goals/:goal/drop': (o, who, here) => ({ reason: 'asked by the matrix', version: here.version }),
	'/goals/:goal/hand-over': (o, who, here) => ({ heir: o.id('peer'), reason: 'asked by the matrix', version: here.version }),
	'/ask-templates': () => ({ title: 'Asked by the matrix', own_words: 'asked', of_words: 'asked' }),
	'/ask-templates/:template': () => ({ title: 'Renamed', own_words: 'asked', of_words: 'asked', version: 1 }),
	'/ask-templates/:template/away': () => ({ away: 1, version: 1 }),
	'/values': () => ({ name: 'Asked by the matrix' }),
	'/values/:value': () => ({ name: 'Renamed', version: 1 }),
	'/people/:person/feedback': () => ({ kind: 'praise', behaviour: 'asked by the matrix', seen_by: 'receiver' }),
	'/feedback/:feedback/useful': () => ({ useful: '1' }),
	'/feedback/:feedback/replies': () => ({ words: 'asked by the matrix' }),
	'/people/:person/ask': (o) => ({ whom: [o.id('stranger')], due: '2026-12-01' }),
	'/people/:person/journal': () => ({ kind: 'learning', words: 'asked by the matrix', happened: TODAY }),
	'/journal/:note': () => ({ kind: 'learning', words: 'asked by the matrix', happened: TODAY, version: 1 }),
	'/journal/:note/remove': () => ({ sure: '1' }),
	'/asks/:ask': () => ({ behaviour: 'asked by the matrix', seen_by: 'receiver' }),
	'/asks/:ask/decline': () => ({ reason: 'asked by the matrix' }),
	'/parts/:part': (o, who, here) => ({ version: 1 }),
	'/parts/:part/citations': () => ({ see: 'oldest' }),
	'/parts/:part/answers/:question': (o, who, here) => ({ [`words.${here.question}`]: 'asked by the matrix', [`version.${here.question}`]: 0, version: 1 }),
	'/reviews/:review/talk': () => ({ talk_on: '2026-12-01', version: 2 }),
	'/reviews/:review/acknowledge': () => ({ verdict: 'acknowledged', comment: '', version: 3 }),
	'/reviews/:review/amend': (o, who, here, l) => ({ reason: 'asked by the matrix', version: state(l) === 'locked' ? 5 : 3 }),
	'/approvals': (o, who, here) => ({ review: here.review }),
	'/reviews/:review/send-back': () => ({ back_reason: 'asked by the matrix', version: 2 }),
	'/reviews/:review/reopen': () => ({ side: 'manager', until: '2026-12-20', reopen_reason: 'asked by the matrix', version: 2 }),
	'/reviews/:review/withdraw': () => ({ withdraw_reason: 'asked by the matrix', version: 3 }),
	'/reviews/:review/talked': (o, who, here, l) => ({ talked_on: TODAY, agreed: 'asked by the matrix', version: state(l) === 'locked' ? 5 : 3 }),
	'/reviews/:review/talked/own': () => ({ own_words: 'asked by the matrix' }),
	'/reviews/:review/steps': () => ({ step: 'asked by the matrix', step_due: '2027-02-01', who: 'self' }),
	'/reviews/:review/lock': () => ({ version: 3 }),
	'/reviews/:review/release': () => ({ version: 2 }),
};

/** The address and the fields of a line as one persona. */
export function subject(org, line, who) {
	const here = at.get(line.key) ?? {};
	const person = state(line) !== line.state || line.state === "director's own" ? 'director' : 'self';
	const value = { ':person': org.id(person), ':grant': org.selfGrant, ':token': org.selfToken, ':notice': org.selfNotice, ':letter': '1', ':key': 'feedfacefeedfacefeedfacefeedface', ':subject': '0', ':cycle': here.cycle, ':rule': here.rule, ':reminder': here.reminder, ':form': here.form,
		':section': here.section, ':question': here.question, ':review': here.review, ':former': here.former, ':part': here[state(line).split(' ')[0]], ':import': here.import, ':value': here.value, ':feedback': here.feedback, ':ask': here.ask, ':task': here.task, ':correction': here.correction, ':step': here.step, ':goal': here.goal, ':unit': org.field };
	Object.assign(value, { ':template': here.template, ':note': here.note, ':shared': here.shared, ':file': here.file });
	const path = line.path.replace(/:\w+/g, (p) => value[p] ?? '999999999');
	if (line.path === '/notices/stream') return { path: `${line.path}?once=1`, fields: {} };
	const file = line.path === '/journal/:note/files' ? { field: 'file', name: 'matrix.txt', bytes: 'one more' } : line.path === '/import' ? { field: 'file', name: 'matrix.csv', bytes: peopleFile } : null;
	return { path, file, fields: fieldsOf[line.path]?.(org, who, here, line) ?? { version: 1 } };
}
