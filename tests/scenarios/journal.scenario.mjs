// The journal: notes and files that only their author opens, whoever else looks and wherever; what of them is shared.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { arrive } from './steps.mjs';

export const words = 'a journal is its author’s alone, with its files, until they share a note';

const folk = ['ana', 'asa', 'sean', 'lukasz', 'layla', 'ngozi'];
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('Secretpicture'.repeat(50000))]);

export default async function scenario(db) {
	const house = new House(db), id = {};
	const as = (key) => house.as(`${key}@north.example`);
	const number = (v) => v.last.path.match(/(\d+)$/)[1];
	const others = (...but) => [...folk, 'mira'].filter((k) => !but.includes(k));
	const hidden = async (path, ...who) => {
		for (const key of who) {
			equal((await as(key).get(path)).status, 404, `${key} at ${path}`);
			equal((await as(key).json(path)).status, 404, `${key} at ${path}, JSON`);
		}
	};
	const writes = async (key, about, fields) => {
		await as(key).opens(`/people/${id[about]}/journal`);
		await as(key).does(`/people/${id[about]}/journal`, fields);
		return `/journal/${number(as(key))}`;
	};
	/** All bytes the database holds, as a thief would have them. */
	const stolen = () => {
		if (db.engine === 'sqlite') return ['m.db', 'm.db-wal'].map((f) => { try { return readFileSync(join(db.dir, f), 'latin1'); } catch { return ''; } }).join('');
		return spawnSync('pg_dump', [db.url], { encoding: 'latin1', maxBuffer: 1 << 28 }).stdout;
	};
	let note, file;

	equal(run(db, ['migrate', '--test']).code, 0, 'migrate --test');
	await house.start(['--today', '2026-11-24']);
	const mira = as('mira');
	Object.assign(id, await arrive(house, folk));
	await mira.opens(`/people/${id.layla}/grants`);
	await mira.does(/grants$/, { role: 'partner', unit: mira.form(/grants$/).choice('unit', 'Engineering'), reason: 'Looks after them' });

	await it('Ana writes a note, and finds it again by part of a word', async () => {
		holds(plain((await as('ana').opens('/journal')).text), 'Nobody else can read them');
		note = await writes('ana', 'ana', { kind: 'achievement', words: 'Gaugesecret: the Größe of the line is right', happened: '2026-11-20' });
		await writes('ana', 'ana', { kind: 'challenge', words: 'Another one' });
		holds((await as('ana').opens('/journal?words=grosse')).text, 'Gaugesecret');
		lacks((await as('ana').opens('/journal?words=grosse')).text, 'Another one');
		lacks((await as('ana').opens('/journal?kind=challenge')).text, 'Gaugesecret');
		lacks((await as('ana').opens('/journal?words=nosuchword')).text, 'Gaugesecret');
	});
	await it('she changes it; an old version does not win', async () => {
		await as('ana').opens(note);
		await as('ana').does(note, { words: 'Gaugesecret: changed' });
		equal((await as('ana').post(note, { kind: 'learning', words: 'older', happened: '2026-11-20', version: '1' })).status, 409, 'the older one');
		holds((await as('ana').opens(note)).text, 'Gaugesecret: changed');
	});
	await it('she adds a file: it comes back byte by byte, to be saved and never shown in place', async () => {
		await as('ana').opens(note);
		const r = await as('ana').upload(`${note}/files`, 'file', '../../Namesecret für ana\u202egnp.exe', png);
		equal(r.status, 303, plain(r.text).slice(0, 300));
		file = (await as('ana').json(note)).json.files[0];
		equal(file.name, 'Namesecret für anagnp.exe', 'its name');
		equal(file.media, 'image/png', 'its type, by its content');
		const got = await fetch(`${house.site}${note}/files/${file.id}`, { headers: { cookie: [...as('ana').cookies].map(([k, v]) => `${k}=${v}`).join('; ') } });
		equal(got.status, 200, 'status');
		equal(Buffer.from(await got.arrayBuffer()).equals(png), true, 'the bytes');
		holds(got.headers.get('content-disposition'), 'attachment; filename="Namesecret f__r anagnp.exe"; filename*=UTF-8\'\'Namesecret%20f%C3%BCr%20anagnp.exe');
		equal(got.headers.get('x-content-type-options'), 'nosniff', 'nosniff');
		equal(got.headers.get('cache-control'), 'no-store', 'kept by nobody');
	});
	await it('a page of the web is taken as text; a large file and an eleventh are refused, and nothing is lost', async () => {
		await as('ana').opens(note);
		await as('ana').upload(`${note}/files`, 'file', 'page.html', '<script>alert(1)</script>');
		const page = (await as('ana').json(note)).json.files[1];
		const got = await as('ana').get(`${note}/files/${page.id}`);
		equal(got.headers.get('content-type'), 'text/plain; charset=utf-8', 'a page with script');
		holds(got.headers.get('content-disposition'), 'attachment');
		await as('ana').opens(note);
		const large = await as('ana').upload(`${note}/files`, 'file', 'large.bin', Buffer.alloc((25 << 20) + 1, 120));
		equal(large.status, 422, 'too large');
		holds(plain(large.text), 'larger than 25 MiB');
		for (let i = 3; i <= 10; i++) { await as('ana').opens(note); equal((await as('ana').upload(`${note}/files`, 'file', `${i}.txt`, 'x')).status, 303, `file ${i}`); }
		await as('ana').opens(note);
		equal((await as('ana').upload(`${note}/files`, 'file', '11.txt', 'x')).status, 422, 'an eleventh');
		await as('ana').opens(note);
		equal((await as('ana').upload(`${note}/files`, 'file', 'none.txt', '')).status, 422, 'an empty one');
	});
	await it('curious colleagues, her manager, HR and administrators find nothing at any number', async () => {
		await hidden(note, ...others('ana'));
		await hidden(`${note}/files/${file.id}`, ...others('ana'));
		for (const key of others('ana')) {
			for (const step of ['', '/remove', '/share', `/files/${file.id}/remove`]) equal((await as(key).post(note + step, { kind: 'learning', words: 'x', happened: '2026-11-20', version: '2', sure: '1' })).status, 404, `${key} ${step}`);
			for (const list of ['/journal', '/', '/feedback', `/people/${id.ana}`, '/journal?words=gauge']) {
				lacks((await as(key).get(list)).text, 'Gaugesecret');
				lacks((await as(key).json(list)).text, 'Gaugesecret');
			}
		}
		const own = await writes('sean', 'sean', { kind: 'learning', words: 'Of Seán' });
		equal((await as('sean').get(`${own}/files/${file.id}`)).status, 404, 'her file under his note');
		equal((await as('sean').post(`${own}/files/${file.id}/remove`)).status, 409, 'her file removed under his note');
		equal((await as('ana').get(`${note}/files/${file.id}`)).status, 200, 'it is still there');
		equal((await as('sean').get(`/people/${id.ana}/journal`)).status, 403, 'a note about a colleague');
	});
	await it('a manager notes something about a report, who does not see it; feedback begins with it', async () => {
		const about = await writes('asa', 'ana', { kind: 'challenge', words: 'Leadsecret she needs more time', happened: '2026-11-19' });
		await hidden(about, ...others('asa'));
		equal((await as('asa').post(`${about}/share`)).status, 422, 'shared with her own manager');
		const form = await as('asa').opens(`/people/${id.ana}/feedback?kind=observation&note=${about.match(/\d+/)[0]}`);
		holds(form.text, 'Leadsecret she needs more time');
		lacks((await as('sean').opens(`/people/${id.ana}/feedback?note=${about.match(/\d+/)[0]}`)).text, 'Leadsecret');
		lacks((await as('asa').opens(`/people/${id.sean}/feedback?note=${about.match(/\d+/)[0]}`)).text, 'Leadsecret');
	});
	await it('not even a copy of the database reads a note, a file or its name', async () => {
		const all = stolen();
		if (all.length < 100000) throw new Error('the copy is too short to have been looked at');
		for (const secret of ['Gaugesecret', 'Leadsecret', 'Secretpicture', 'Namesecret', Buffer.from('Gaugesecret').toString('hex'), Buffer.from('Secretpicture').toString('hex'), Buffer.from('Namesecret').toString('hex')]) lacks(all, secret);
		lacks(run(db, ['dump']).out, 'Gaugesecret');
		lacks(house.log, 'Gaugesecret');
	});
	let shared;
	await it('she shares the note without its files: her manager reads the words, nobody else', async () => {
		await as('ana').opens(note);
		await as('ana').does(/\/share$/);
		shared = `/shared/${number(as('ana'))}`;
		holds(plain((await as('asa').opens(shared)).text), 'Gaugesecret: changed');
		holds((await as('asa').opens('/journal')).text, shared);
		equal((await as('asa').get(`${shared}/files/${file.id}`)).status, 404, 'a file that was not shared');
		equal((await as('asa').json(shared)).json.files.length, 0, 'files that were not shared');
		await hidden(shared, ...others('ana', 'asa'));
		await hidden(note, ...others('ana'));
	});
	await it('what she changes later stays hers until she shares again, now with files', async () => {
		await as('ana').opens(note);
		await as('ana').does(note, { words: 'Gaugesecret: second thoughts' });
		lacks((await as('asa').opens(shared)).text, 'second thoughts');
		await as('ana').opens(note);
		await as('ana').does(/\/share$/, { with_files: '1' });
		equal(`/shared/${number(as('ana'))}`, shared, 'its address');
		holds(plain((await as('asa').opens(shared)).text), 'second thoughts');
		equal((await as('asa').get(`${shared}/files/${file.id}`)).status, 200, 'the file');
		await hidden(`${shared}/files/${file.id}`, ...others('ana', 'asa'));
		equal((await as('asa').get(`${note}/files/${file.id}`)).status, 404, 'by the note’s own address');
		equal((await as('asa').post(`${shared}/end`)).status, 403, 'the manager takes it back');
	});
	await it('she takes it back', async () => {
		await as('ana').opens(shared);
		await as('ana').does(/\/end$/);
		await hidden(shared, ...others());
		await hidden(`${shared}/files/${file.id}`, ...others());
		lacks((await as('asa').opens('/journal')).text, 'second thoughts');
	});
	await it('she removes it for good, and its files with it', async () => {
		await as('ana').opens(note);
		equal((await as('ana').post(`${note}/remove`, {})).status, 422, 'without saying so');
		await as('ana').opens(note);
		await as('ana').does(`${note}/remove`, { sure: '1' });
		await hidden(note, ...others());
		await hidden(`${note}/files/${file.id}`, ...others());
		lacks((await as('ana').opens('/journal')).text, 'second thoughts');
	});
	await house.stop();
}
