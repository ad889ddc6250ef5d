// An import by page: the question about days, one column corrected, good rows only, leavers proposed.
import { connect } from 'node:net';
import { equal, holds, House, it, lacks, plain, run, until } from '../house.mjs';
import { narrow } from './twelve.mjs';
import { begin } from './steps.mjs';

export const words = 'an import by page asks, keeps and proposes';

/** Half a request, and the line is cut. */
const cut = (port, bytes) => new Promise((done) => {
	const s = connect(port, '127.0.0.1', () => s.write(bytes, () => s.destroy()));
	s.on('close', done).on('error', done);
});

export default async function scenario(db) {
	const house = new House(db), mira = house.as('mira@north.example');
	equal(run(db, ['migrate', '--test']).code, 0, 'migrate');
	await house.start(['--today', '2026-11-24']);
	await begin(house);
	const uploads = async (text) => {
		await mira.opens('/import');
		const r = await mira.upload('/import', 'file', 'people.csv', text);
		equal(r.status, 303, 'upload');
		return (await mira.opens(r.to.replace(house.site, ''))).path;
	};
	const all = async () => (await mira.json('/people')).json.people.map((p) => p.name);

	await it('days with two readings are a question; the answer is kept for the next file', async () => {
		const text = narrow(['Nummer', 'Name', 'Eintritt'], [['1', 'Berg, Ida', '03/04/2025'], ['2', 'Alm, Per', '05/06/2024']]);
		const at = await uploads(text);
		holds(plain(mira.last.text), 'could be');
		equal(mira.last.text.includes('Apply all rows'), false, 'a button to apply');
		await mira.does(`${at}/mapping`, { dates: 'dmy' });
		await mira.does(`${at}/apply`);
		holds(String(await all()), 'Ida Berg');
	});
	await it('a column is given another meaning, and the rows are judged anew', async () => {
		const at = await uploads(narrow(['Nummer', 'Rufname', 'Team A oder B'], [['3', 'Kim Lee', 'Werkstatt']]));
		const form = mira.form(`${at}/mapping`), column = form.names.filter((n) => n.startsWith('field.'));
		await mira.does(`${at}/mapping`, { [column[1]]: 'name', [column[2]]: 'unit' });
		await mira.does(`${at}/apply`);
		holds(plain((await mira.opens('/units')).text), 'Werkstatt');
	});
	await it('good rows come in, the bad ones come back with a reason', async () => {
		const at = await uploads(narrow(['Nummer', 'Name', 'E-Mail', 'Eintritt'], [['4', 'Gut, Eva', 'eva@north.example', '2024-01-01'], ['5', 'Bad, Bo', 'no address', '2024-01-01']]));
		const back = await mira.get(`${at}/rejects`);
		equal(back.status, 200, 'rejects');
		holds(back.text, 'Bad, Bo');
		lacks(back.text, 'Gut, Eva');
		equal((await mira.fill(`${at}/apply`)).status, 422, 'applying all');
		await mira.opens(at);
		await mira.does(`${at}/apply`, { good: '1' });
		holds(String(await all()), 'Eva Gut');
		lacks(String(await all()), 'Bo Bad');
	});
	await it('who is missing is proposed, and leaves only when ticked', async () => {
		const at = await uploads(narrow(['Nummer', 'Name'], [['1', 'Berg, Ida'], ['2', 'Alm, Per'], ['3', 'Kim Lee']]));
		holds(plain(mira.last.text), 'Eva Gut');
		const form = mira.form(`${at}/apply`), tick = form.names.find((n) => n.startsWith('leave.'));
		equal(form.names.filter((n) => n.startsWith('leave.')).length, 1, 'proposed');
		await mira.does(`${at}/apply`, { [tick]: '1', last: '2026-11-20', reason: 'Moved away' });
		lacks(String(await all()), 'Eva Gut');
	});
	await it('of many who are missing all leave only when their number is written', async () => {
		const many = Array.from({ length: 620 }, (_, i) => [`M${i}`, `Many${i}, Ann`, '2024-02-01']);
		let at = await uploads(narrow(['Nummer', 'Name', 'Eintritt'], [['1', 'Berg, Ida', ''], ['2', 'Alm, Per', ''], ['3', 'Kim Lee', ''], ...many]));
		await mira.does(`${at}/apply`);
		at = await uploads(narrow(['Nummer', 'Name'], [['1', 'Berg, Ida'], ['2', 'Alm, Per'], ['3', 'Kim Lee'], ['M0', 'Many0, Ann']]));
		equal(mira.form(`${at}/apply`).names.filter((n) => n.startsWith('leave.')).length, 500, 'shown');
		const list = (await mira.get(`${at}/missing`)).text;
		equal(list.trim().split('\n').length, 620, 'rows of the list');
		holds(list, 'M619');
		await mira.opens(at);
		equal((await mira.fill(`${at}/apply`, { everyone: '600' })).status, 422, 'another number');
		holds(plain(mira.last.text), '619');
		await mira.opens(at);
		await mira.does(`${at}/apply`, { everyone: '619', last: '2026-11-20' });
		equal(run(db, ['dump']).out.split('\n').filter((l) => /^person_now\|\d+\|1\|many/.test(l)).length, 1, 'of the many still here');
	});
	await it('whoever closes the tab while it is applied finds it applied', async () => {
		const at = await uploads(narrow(['Nummer', 'Name'], Array.from({ length: 300 }, (_, i) => [`T${i}`, `Tab${i}, Ann`])));
		const body = new URLSearchParams({ csrf: mira.hidden('csrf', `${at}/apply`), retry: mira.hidden('retry', `${at}/apply`) }).toString();
		const cookie = [...mira.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
		await cut(house.port, `POST ${at}/apply HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
		await until('the import is applied', async () => (await mira.json(at)).json.run.state === 'applied');
		equal((await mira.json(at)).json.run.inserted, 300, 'new people');
	});
	await it('an import is applied once; put away it cannot be applied', async () => {
		const at = await uploads(narrow(['Nummer', 'Name'], [['7', 'Neu, Nora']]));
		await mira.does(`${at}/away`);
		await mira.opens('/import');
		const r = await mira.post(`${at}/apply`, { csrf: mira.hidden('csrf') });
		if (![409, 422].includes(r.status)) throw new Error(`applied after it was put away: ${r.status}`);
		lacks(String(await all()), 'Nora Neu');
	});
	await house.stop();
	lacks(house.log, 'request.broken');

	/* A server of its own, ended hard: a stop waits 20 s for requests that were begun and never came. */
	await house.start(['--today', '2026-11-24']);
	await it('a line that is cut changes nothing, and the server goes on', async () => {
		const head = `POST /forms HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\n`;
		for (const bytes of ['', 'GET', head, `${head}Content-Length: 100\r\nContent-Type: application/json\r\n\r\n{"name":`, `POST /import HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nContent-Length: 5000000\r\n\r\n${'x'.repeat(70000)}`, '\0\0\0\r\n\r\n'])
			for (let i = 0; i < 5; i++) await cut(house.port, bytes);
		equal((await house.as('nobody').get('/healthz')).status, 200, 'healthz');
		equal((await mira.json('/forms')).json.forms.length, 0, 'templates');
	});
	house.child.kill('SIGKILL');
	await house.ended;
}
