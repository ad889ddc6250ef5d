// The main job again, by programs: JSON in, JSON out, with API tokens.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, it, run } from '../house.mjs';
import { mail, Organisation, questionsOf } from '../matrix/organisation.mjs';

export const words = 'the whole review by JSON and tokens';

export default async function scenario(db) {
	const org = new Organisation(db), { house } = org;
	await org.begin();
	await org.arrive();
	await org.roles();
	const form = await org.template(), cycle = await org.cycle('By program', 'Field', form);
	await it('a cycle is launched, parts are asked', async () => {
		await org.launch(cycle);
		const parts = (await org.as('self').get('/reviews')).parts;
		equal(parts.filter((p) => p.relation === 'self').length, 1, 'self parts');
		equal(parts.filter((p) => p.relation === 'manager').length, 1, 'parts about a report');
	});
	const at = (await org.reviews('self', 'manager')).get('By program');
	await it('one answer is saved by itself, and its next version is told', async () => {
		const self = org.as('self'), q = questionsOf(await self.get(`/parts/${at.self}`)).find((x) => x.kind === 'text');
		const r = await self.v.sendJson('POST', `/parts/${at.self}/answers/${q.id}`, { question: { [q.id]: { words: 'By program', version: 0 } }, version: 1 });
		equal(r.status, 200, `autosave ${r.text}`);
		equal(r.json.version, '1', 'version');
		equal(questionsOf(await self.get(`/parts/${at.self}`)).find((x) => x.id === q.id).words, 'By program', 'words');
	});
	await it('both sides hand in, HR releases, the employee answers, HR locks', async () => {
		await org.bring(at, 'locked');
		const seen = await org.as('self').get(`/reviews/${at.review}`);
		equal(seen.head.state, 'locked', 'state');
		equal(seen.told[0].kind, 'disagreed', 'answer');
	});
	await it('the signed file verifies, with its key named and not with another', async () => {
		const file = join(db.dir, 'record.txt'), r = await org.as('self').v.get(`/reviews/${at.review}/record/file`, { accept: '*/*' });
		equal(r.status, 200, 'file');
		writeFileSync(file, r.text);
		const good = run(db, ['audit', 'verify', '--record', file, '--json']);
		equal(good.code, 0, good.out + good.err);
		equal(JSON.parse(good.out).person.includes('Sal Self'), true, 'person named');
		equal(run(db, ['audit', 'verify', '--record', file, '--key', JSON.parse(good.out).key]).code, 0, 'its key');
		equal(run(db, ['audit', 'verify', '--record', file, '--key', 'AAAA']).code, 1, 'another key');
	});
	await it('errors are problems in JSON, and say what is wrong', async () => {
		const r = await org.as('mira').v.sendJson('POST', '/forms', { name: '', start: 'nothing of these' });
		equal(r.status, 422, 'status');
		holds(r.headers.get('content-type'), 'application/problem+json');
		const none = await org.as('stranger').v.json(`/reviews/${at.review}`);
		equal(none.status, 404, 'not theirs');
		holds(none.headers.get('content-type'), 'application/problem+json');
		const nobody = house.as('nobody');
		equal((await nobody.json('/people')).status, 401, 'nobody');
	});
	await it('a token alone is enough, and cookies beside it count for nothing', async () => {
		const v = house.as(mail('mira'));
		equal((await v.send('GET', '/people', undefined, { authorization: 'Bearer nonsense', accept: 'application/json' })).status, 401, 'a cookie beside a wrong token');
	});
	await it('health, readiness and the description of the API are open', async () => {
		const nobody = house.as('nobody');
		equal((await nobody.get('/healthz')).status, 200, 'healthz');
		equal((await nobody.get('/readyz')).status, 200, 'readyz');
		const api = (await nobody.get('/openapi.json', { accept: 'application/json' })).json;
		holds(api.openapi, '3.1');
	});
	await it('a command that would write is told to the running server', async () => {
		equal(run(db, ['jobs', '--json']).code, 0, 'jobs');
		equal(run(db, ['token', 'nobody@nowhere.example']).code, 1, 'a token of nobody');
	});
	await house.stop();
}
