// Feedback through the year: given and kept to those its author chose, asked for, answered, declined, run out, withdrawn.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { arrive } from './steps.mjs';

export const words = 'colleagues tell each other what went well and what could go better, and only those they chose read it';

const folk = ['ana', 'asa', 'sean', 'minh', 'joerg', 'lukasz', 'layla', 'ngozi'];
const others = (...but) => [...folk, 'mira'].filter((k) => !but.includes(k));

export default async function scenario(db) {
	const house = new House(db), id = {};
	const on = async (day) => { if (house.child) await house.stop(); await house.start(['--today', day]); };
	const as = (key) => house.as(`${key}@north.example`);
	const number = (v) => v.last.path.match(/(\d+)$/)[1];
	/** Nobody of these opens it, as page or as JSON; and no list of theirs tells of it. */
	const hidden = async (path, text, ...who) => {
		for (const key of who) {
			const page = await as(key).get(path), json = await as(key).json(path);
			equal(page.status, 404, `${key} at ${path}`);
			equal(json.status, 404, `${key} at ${path}, JSON`);
			for (const list of ['/', '/feedback', '/feedback?box=team', '/feedback/praise', `/people/${id.ana}`]) {
				lacks((await as(key).get(list)).text, text);
				lacks((await as(key).json(list)).text, text);
			}
		}
	};
	const gives = async (key, to, fields) => {
		await as(key).opens(`/people/${id[to]}/feedback`);
		await as(key).does(`/people/${id[to]}/feedback`, fields);
		return `/feedback/${number(as(key))}`;
	};
	let gift;

	equal(run(db, ['migrate', '--test']).code, 0, 'migrate --test');
	await on('2026-11-24');
	const mira = as('mira');
	Object.assign(id, await arrive(house, folk));
	await mira.opens(`/people/${id.layla}/grants`);
	await mira.does(/grants$/, { role: 'partner', unit: mira.form(/grants$/).choice('unit', 'Engineering'), reason: 'Looks after them' });

	await it('HR writes down what the organisation values, and everybody reads it', async () => {
		await mira.opens('/values');
		await mira.does('/values', { name: 'We finish what we promise', meaning: 'A date given is a date kept' });
		holds((await as('ana').opens('/values')).text, 'A date given is a date kept');
		equal((await as('ana').post('/values', { name: 'Mine' })).status, 403, 'an employee');
		equal((await as('layla').post('/values', { name: 'Mine' })).status, 403, 'a partner');
	});
	await it('somebody finds a colleague by a few letters, without script', async () => {
		const page = await as('sean').opens('/feedback/new?words=duar');
		holds(page.text, `/people/${id.ana}/feedback`);
		lacks((await as('sean').opens('/feedback/new?words=1003')).text, `<a class="row-title" href="/people/${id.lukasz}`);
		equal((await as('sean').get(`/feedback/new?to=${id.ana}&kind=suggestion`)).to.replace(house.site, ''), `/people/${id.ana}/feedback?kind=suggestion`, 'a link with a person in it');
	});
	await it('Seán thanks Ana: only she reads it, whoever else looks', async () => {
		const form = await as('sean').opens(`/people/${id.ana}/feedback`);
		holds(plain(form.text), 'Seen by Ana Duarte at once');
		gift = await gives('sean', 'ana', { kind: 'praise', behaviour: 'Thankyou for the gauge list', seen_by: 'receiver', value: as('sean').form(/feedback$/).choice('value', 'We finish what we promise') });
		holds(plain((await as('ana').opens(gift)).text), 'Thankyou for the gauge list');
		holds((await as('ana').opens('/feedback')).text, 'Thankyou for the gauge list');
		holds(plain((await as('ana').opens(gift)).text), 'We finish what we promise');
		await hidden(gift, 'Thankyou for', ...others('ana', 'sean'));
	});
	await it('only its author is told what would make it easier to use, each with its rule', async () => {
		const own = plain((await as('sean').opens(gift)).text);
		for (const w of ['Say where it was', 'Rule: at least eight words', 'Only you see these thoughts']) holds(own, w);
		lacks(plain((await as('ana').opens(gift)).text), 'Rule:');
		equal((await as('ana').json(gift)).json.help.length, 0, 'help for the receiver');
	});
	await it('she says thanks and that it was useful; the author sees the thanks only', async () => {
		await as('ana').opens(gift);
		await as('ana').does(/\/thanks$/);
		await as('ana').does(/\/useful$/, { useful: '1' });
		equal((await as('ana').json(gift)).json.head.useful, true, 'for her');
		const seen = (await as('sean').json(gift)).json.head;
		equal(seen.useful, null, 'for its author');
		if (!seen.thanked_at) throw new Error('no thanks');
		equal((await as('ana').post(`${gift}/thanks`, {})).status, 409, 'thanks twice');
		equal((await as('sean').post(`${gift}/thanks`, {})).status, 403, 'thanks by its author');
	});
	await it('she asks back, he answers, nobody else reads it', async () => {
		await as('ana').opens(gift);
		await as('ana').does(/\/replies$/, { words: 'Which list do you mean?' });
		await as('sean').opens(gift);
		holds(plain(as('sean').last.text), 'Which list do you mean?');
		await as('sean').does(/\/replies$/, { words: 'The one for the second line' });
		holds(plain((await as('ana').opens(gift)).text), 'The one for the second line');
		await hidden(gift, 'Which list', 'asa', 'mira');
	});
	await it('a suggestion with the manager: Åsa reads it, and not what the two say to each other', async () => {
		const open = await gives('minh', 'ana', { kind: 'suggestion', situation: 'At the review on Monday', behaviour: 'Startearlier and ask the quiet ones first of all', impact: 'We would decide in time', next_step: 'Send the list before', happened: '2026-11-23', seen_by: 'manager' });
		lacks(plain(as('minh').last.text), 'Rule:');
		holds(plain((await as('asa').opens(open)).text), 'Startearlier');
		holds((await as('asa').opens('/feedback?box=team')).text, 'Startearlier');
		await as('ana').opens(open);
		await as('ana').does(/\/replies$/, { words: 'Between us two' });
		lacks((await as('asa').opens(open)).text, 'Between us two');
		lacks((await as('asa').json(open)).text, 'Between us two');
		for (const step of ['thanks', 'useful', 'replies', 'withdraw']) equal((await as('asa').post(`${open}/${step}`, { useful: '1', words: 'x' })).status, 403, step);
		await hidden(open, 'Startearlier', ...others('ana', 'minh', 'asa'));
	});
	await it('praise for everybody is on the wall; a suggestion cannot be', async () => {
		await as('ana').opens(`/people/${id.asa}/feedback`);
		const r = await as('ana').fill(`/people/${id.asa}/feedback`, { kind: 'suggestion', behaviour: 'Kept although refused', seen_by: 'all' });
		equal(r.status, 422, 'a suggestion for all');
		holds(r.text, 'Only praise can be for everybody');
		holds(r.text, 'Kept although refused');
		const up = await gives('ana', 'asa', { kind: 'praise', behaviour: 'Everybodymay know how you kept us calm', seen_by: 'all' });
		for (const key of ['lukasz', 'layla', 'joerg']) {
			holds((await as(key).opens('/feedback/praise')).text, 'Everybodymay');
			equal((await as(key).opens(up)).status, 200, key);
			equal((await as(key).post(`${up}/replies`, { words: 'x' })).status, 403, `${key} answers back`);
		}
	});
	await it('nobody gives to themself, to who has left, or about a day to come', async () => {
		equal((await as('ana').get(`/people/${id.ana}/feedback`)).status, 403, 'oneself');
		const tom = (await mira.json('/people?left=1')).json.people[0].person;
		equal((await as('ana').post(`/people/${tom}/feedback`, { kind: 'praise', behaviour: 'x', seen_by: 'receiver' })).status, 409, 'who has left');
		const late = await as('ana').post(`/people/${id.sean}/feedback`, { kind: 'praise', behaviour: 'x', seen_by: 'receiver', happened: '2026-11-25' });
		equal(late.status, 422, 'tomorrow');
	});
	await it('within a day it is withdrawn, and then it is nobody else’s', async () => {
		const wrong = await gives('joerg', 'ana', { kind: 'suggestion', behaviour: 'Saidinanger all of it', seen_by: 'manager' });
		await as('joerg').opens(wrong);
		await as('joerg').does(/\/withdraw$/);
		holds(plain((await as('joerg').opens(wrong)).text), 'You withdrew this');
		await hidden(wrong, 'Saidinanger', ...others('joerg'));
		equal((await as('joerg').post(`${wrong}/withdraw`, {})).status, 409, 'twice');
	});

	await it('as it is written a line helps its author along; it never stands in the way', async () => {
		const address = `/people/${id.ana}/feedback`, look = (field, fields) => as('minh').post(address, { kind: 'suggestion', behaviour: 'You spoke', seen_by: 'receiver', ...fields }, { 'meridian-check': field, accept: 'application/json' });
		await as('minh').opens(address);
		const brief = await look('behaviour', {});
		equal(brief.status, 200, 'brief');
		holds(brief.json.advice, 'Say a little more');
		equal((await look('behaviour', { behaviour: 'You let everybody speak before you said what you thought of it' })).status, 204, 'enough');
		holds((await look('situation', { situation: 'often' })).json.advice, 'Say where it was');
		equal((await look('behaviour', { behaviour: '' })).status, 422, 'what is refused is refused');
		equal((await look('seen_by', { seen_by: 'all' })).status, 422, 'only praise is for all');
	});
	await it('home says that feedback is there, from whom, and no word of it; once opened it does not', async () => {
		const home = await as('ana').json('/'), n = home.json.feedback.length;
		equal(n > 0, true, 'new feedback');
		lacks(home.text, 'behaviour');
		await as('ana').get(`/notices/${home.json.feedback[0].id}`);
		equal((await as('ana').json('/')).json.feedback.some((f) => f.id === home.json.feedback[0].id), false, 'opened');
	});
	let ask, path;
	await it('Ana asks three people about her talk', async () => {
		equal((await as('ana').get('/feedback/ask')).to.replace(house.site, ''), `/people/${id.ana}/ask`, 'the way to ask');
		const found = (await as('ana').opens(`/people/${id.ana}/ask?words=kowalski&step=find`)).text;
		holds(found, `value="${id.lukasz}"`);
		const step = await as('ana').opens(`/people/${id.ana}/ask?whom=${id.sean}&whom=${id.minh}&whom=${id.lukasz}&whom=${id.ana}&start=talk&step=write`);
		holds(plain(step.text), 'How was it for you?');
		const nobody = await as('ana').post(`/people/${id.ana}/ask`, { why: 'Kept why', due: '2026-12-01', whom: id.ana });
		equal(nobody.status, 422, 'asks herself');
		holds(nobody.text, 'Kept why');
		await as('ana').opens(`/people/${id.ana}/ask?whom=${id.sean}&whom=${id.minh}&whom=${id.lukasz}&step=write`);
		await as('ana').does(`/people/${id.ana}/ask`, { why: 'Howwasmytalk on gauges?', due: '2026-11-30' });
		ask = number(as('ana'));
		path = `/asks/${ask}`;
		for (const key of ['sean', 'minh', 'lukasz']) holds(plain((await as(key).opens('/')).text), 'Answer a request for feedback');
		await hidden(path, 'Howwasmytalk', ...others('ana', 'sean', 'minh', 'lukasz'));
	});
	await it('what requests begin with is HR’s to word, and nobody else finds the page', async () => {
		holds((await as('ana').opens(`/people/${id.ana}/ask`)).text, 'A project that ended');
		await as('mira').opens('/ask-templates');
		await as('mira').does('/ask-templates', { title: 'A shift together', own_words: 'What did I do on the shift that helped?', of_words: 'What did they do on the shift that helped?' });
		const offered = await as('ana').opens(`/people/${id.ana}/ask`);
		holds(offered.text, 'A shift together');
		lacks(offered.text, 'A project that ended');
		const t = (await as('mira').json('/ask-templates')).json.templates[0];
		holds((await as('ana').opens(`/people/${id.ana}/ask?whom=${id.sean}&start=${t.id}&step=write`)).text, 'What did I do on the shift that helped?');
		equal((await as('ana').get('/ask-templates')).status, 404, 'an employee');
		await as('mira').opens('/ask-templates');
		equal((await as('mira').post(`/ask-templates/${t.id}/away`, { away: 1, version: t.version })).status, 303, 'put away');
		lacks((await as('ana').opens(`/people/${id.ana}/ask`)).text, 'A shift together');
		await as('mira').opens('/ask-templates');
		equal((await as('mira').post(`/ask-templates/${t.id}`, { title: 'x', own_words: 'x', of_words: 'x', version: t.version })).status, 409, 'an old version');
	});
	await it('one answers, for her alone', async () => {
		await as('sean').opens(path);
		holds(plain(as('sean').last.text), 'Howwasmytalk');
		lacks(as('sean').last.text, 'Kowalski');
		equal((await as('sean').json(path)).json.people.length, 0, 'whom else she asked');
		await as('sean').does(path, { behaviour: 'Youshowed the curve before the words', seen_by: 'receiver' });
		const answer = `/feedback/${number(as('sean'))}`;
		const told = plain((await as('ana').opens(answer)).text);
		holds(told, 'Youshowed the curve');
		holds(told, 'Howwasmytalk');
		await hidden(answer, 'Youshowed', ...others('ana', 'sean'));
		equal((await as('sean').post(path, { behaviour: 'again' })).status, 409, 'twice');
		lacks(plain((await as('sean').opens('/')).text), 'Answer a request for feedback');
	});
	await it('one declines with a reason that only she reads', async () => {
		await as('minh').opens(path);
		await as('minh').does(/\/decline$/, { reason: 'Iwasaway that day' });
		holds(plain((await as('ana').opens(path)).text), 'Iwasaway');
		lacks((await as('lukasz').opens(path)).text, 'Iwasaway');
		lacks((await as('lukasz').json(path)).text, 'Iwasaway');
		equal((await as('ana').post(path, { behaviour: 'my own answer' })).status, 403, 'an answer to herself');
	});
	await it('a manager asks about a report: both read the answer, nothing is behind a back', async () => {
		equal((await as('sean').get(`/people/${id.ana}/ask`)).status, 403, 'a peer asks about her');
		await as('asa').opens(`/people/${id.ana}/ask?whom=${id.joerg}&step=write`);
		await as('asa').does(`/people/${id.ana}/ask`, { why: 'Howdoesshelead the line?', due: '2026-12-01' });
		const of = `/asks/${number(as('asa'))}`;
		equal((await as('ana').get(of)).status, 404, 'the request itself');
		await as('joerg').opens(of);
		holds(plain(as('joerg').last.text), 'Seen at once by Ana Duarte');
		await as('joerg').does(of, { behaviour: 'Sheasksfirst and then decides', seen_by: 'receiver' });
		const answer = `/feedback/${number(as('joerg'))}`;
		for (const key of ['ana', 'asa', 'joerg']) holds(plain((await as(key).opens(answer)).text), 'Sheasksfirst');
		await hidden(answer, 'Sheasksfirst', ...others('ana', 'asa', 'joerg'));
	});
	await it('somebody further up asks, and reads the answer as long as they lead them', async () => {
		await as('ngozi').opens(`/people/${id.ana}/ask?whom=${id.sean}&step=write`);
		await as('ngozi').does(`/people/${id.ana}/ask`, { due: '2026-12-01' });
		const of = `/asks/${number(as('ngozi'))}`;
		await as('sean').opens(of);
		await as('sean').does(of, { behaviour: 'Readupabove as well' });
		const answer = `/feedback/${number(as('sean'))}`;
		for (const key of ['ana', 'asa', 'ngozi']) holds(plain((await as(key).opens(answer)).text), 'Readupabove');
		await hidden(answer, 'Readupabove', ...others('ana', 'asa', 'sean', 'ngozi'));
	});
	await it('letters carry no word of any of it', async () => {
		for (const key of folk) for (const letter of house.letters ? house.letters(`${key}@north.example`) : []) lacks(letter, 'Howwasmytalk');
		lacks(house.log, 'Howwasmytalk');
		lacks(house.log, 'Thankyou for');
	});

	await on('2026-12-02');
	await it('a week later the third request has run out, and nothing waits for it', async () => {
		for (const key of ['ana', 'lukasz', 'sean']) await house.comeByLink(`${key}@north.example`);
		lacks(plain((await as('lukasz').opens('/')).text), 'Answer a request for feedback');
		holds(plain((await as('lukasz').opens(path)).text), 'The day for this has passed');
		equal((await as('lukasz').post(path, { behaviour: 'late', seen_by: 'receiver' })).status, 409, 'an answer');
		const came = (await as('ana').json(path)).json.people.map((p) => p.stands).sort().join(' ');
		equal(came, 'declined given lapsed', 'what came of it');
		equal((await as('sean').post(`${gift}/withdraw`, {})).status, 409, 'withdrawn after a day');
	});
	await house.stop();
}
