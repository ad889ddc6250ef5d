// smtp_sink.mjs: a mail server of our own, with STARTTLS and a throw-away certificate, that can be told to fail.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket, createSecureContext } from 'node:tls';

/** A certificate for localhost, signed by itself, made now and gone with the folder. */
export function certificate(name = 'localhost') {
	const dir = mkdtempSync(join(tmpdir(), 'meridian-cert-'));
	const r = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', join(dir, 'key'), '-out', join(dir, 'cert'), '-days', '2',
		'-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`], { encoding: 'utf8' });
	if (r.status !== 0) throw new Error(`openssl: ${r.stderr}`);
	return { file: join(dir, 'cert'), key: readFileSync(join(dir, 'key')), cert: readFileSync(join(dir, 'cert')), gone: () => rmSync(dir, { recursive: true, force: true }) };
}

/**
 * A server. `ways` says how it fails: a function of the stage ('greeting', 'rcpt', 'data', 'end') and the talk that
 * gives a reply, 'drop' to end the connection, 'silent' to never answer, 'taken, then drop' at the end, or nothing to go on.
 * `pace` says how slow a talk is: { before, each }, ms before a reply and between its bytes. Letters taken are in `taken`, each with its reader.
 */
export class Sink {
	constructor({ tls = true, user = null, password = null } = {}) {
		Object.assign(this, { tls, user, password, taken: [], tries: 0, logins: 0, plainLetters: 0, commands: [] });
		this.ways = () => null;
		this.pace = () => null;
		this.cert = certificate();
	}

	async start() {
		this.sockets = new Set();
		this.server = createServer((s) => this.#serve(s));
		await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
		this.port = this.server.address().port;
		return this;
	}

	/** What Meridian is told of it. */
	settings(more = {}) {
		const s = { MERIDIAN_SMTP_URL: `smtp://localhost:${this.port}`, MERIDIAN_SMTP_CA: this.cert.file, MERIDIAN_MAIL_FROM: 'meridian@north.example' };
		if (this.user) {
			s.MERIDIAN_SMTP_USER = this.user;
			writeFileSync(`${this.cert.file}.password`, `${this.password}\n`, { mode: 0o600 });
			s.MERIDIAN_SMTP_PASSWORD_FILE = `${this.cert.file}.password`;
		}
		return { ...s, ...more };
	}

	async stop() {
		for (const s of this.sockets) s.destroy();
		await new Promise((done) => this.server.close(done));
		this.cert.gone();
	}

	#serve(socket) {
		this.sockets.add(socket);
		socket.on('close', () => this.sockets.delete(socket));
		const talk = { socket, text: '', secure: false, from: null, to: [], data: null };
		this.#listen(talk, socket);
		const said = this.ways('greeting', talk);
		if (said === 'drop') socket.destroy();
		else if (typeof said === 'string') { socket.write(`${said}\r\n`); socket.end(); } else if (said !== 'silent') socket.write('220 sink ESMTP\r\n');
	}

	#listen(talk, socket) {
		talk.socket = socket;
		socket.on('error', () => {});
		socket.on('data', (d) => {
			talk.text += d.toString('latin1');
			for (let end; (end = talk.text.indexOf('\r\n')) >= 0;) {
				const line = talk.text.slice(0, end);
				talk.text = talk.text.slice(end + 2);
				if (talk.data) this.#line(talk, line); else this.#command(talk, line);
			}
		});
	}

	/** At once, or as slowly as the talk's pace says; replies keep their order. */
	#say(talk, text) {
		const { before = 0, each = 0 } = this.pace(talk) ?? {}, socket = talk.socket, pause = (ms) => new Promise((r) => setTimeout(r, ms));
		if (!before && !each && !talk.saying) { socket.write(`${text}\r\n`); return; }
		talk.saying = (talk.saying ?? Promise.resolve()).then(async () => {
			await pause(before);
			for (const c of each ? `${text}\r\n` : [`${text}\r\n`]) {
				if (socket.destroyed) return;
				socket.write(c);
				await pause(each);
			}
		});
	}

	/** True when the way to fail was taken. */
	#fails(talk, stage) {
		const said = this.ways(stage, talk);
		if (!said) return false;
		if (said === 'drop') talk.socket.destroy();
		else if (said !== 'silent') this.#say(talk, said);
		return true;
	}

	#command(talk, line) {
		const word = talk.asks ? 'AUTH' : line.slice(0, 4).toUpperCase();
		if (talk.asks) { talk.asks = false; line = `AUTH PLAIN ${line}`; }
		this.commands.push(word);
		if (word === 'EHLO' || word === 'HELO') {
			const login = this.user && talk.secure ? '250-AUTH PLAIN\r\n' : '';
			this.#say(talk, `250-sink\r\n${this.tls && !talk.secure ? '250-STARTTLS\r\n' : ''}${login}250 SIZE 1000000`);
		} else if (word === 'STAR') {
			talk.socket.write('220 go on\r\n');
			const raw = talk.socket;
			raw.removeAllListeners('data');
			const secure = new TLSSocket(raw, { isServer: true, secureContext: createSecureContext({ key: this.cert.key, cert: this.cert.cert }) });
			talk.secure = true;
			talk.text = '';
			this.#listen(talk, secure);
		} else if (word === 'AUTH') this.#login(talk, line);
		else if (this.user && !talk.in && /^(MAIL|RCPT|DATA)$/.test(word)) this.#say(talk, '530 sign in first');
		else if (word === 'MAIL') { Object.assign(talk, { from: line, to: [] }); this.tries++; if (!this.#fails(talk, 'mail')) this.#say(talk, '250 fine'); } else if (word === 'RCPT') {
			talk.reader = line.match(/<([^>]*)>/)?.[1];
			if (!this.#fails(talk, 'rcpt')) { talk.to.push(talk.reader); this.#say(talk, '250 fine'); }
		} else if (word === 'DATA') { if (!this.#fails(talk, 'data')) { talk.data = []; this.#say(talk, '354 go on'); } } else if (word === 'QUIT') { this.#say(talk, '221 bye'); talk.socket.end(); } else if (word === 'RSET' || word === 'NOOP') this.#say(talk, '250 fine');
		else this.#say(talk, '502 what');
	}

	#login(talk, line) {
		const words = line.split(' ')[2];
		if (!words) { talk.asks = true; this.#say(talk, '334 '); return; }
		const plain = Buffer.from(words, 'base64').toString().split('\0');
		talk.in = plain[1] === this.user && plain[2] === this.password;
		this.logins += talk.in ? 1 : 0;
		this.#say(talk, talk.in ? '235 come in' : '535 no');
	}

	#line(talk, line) {
		if (talk.data.length === 1 && this.ways('middle', talk) === 'drop') { talk.socket.destroy(); return; }
		if (line !== '.') { talk.data.push(line.startsWith('..') ? line.slice(1) : line); return; }
		const text = talk.data.join('\n');
		talk.data = null;
		const letter = { to: talk.to, text, secure: talk.secure, id: text.match(/^Message-ID: (.*)$/m)?.[1], subject: text.match(/^Subject: (.*)$/m)?.[1] };
		const said = this.ways('end', talk);
		/* A server that took the letter and fell over before it could say so. */
		if (said === 'taken, then drop') { this.taken.push(letter); talk.socket.destroy(); return; }
		if (said) { if (said === 'drop') talk.socket.destroy(); else if (said !== 'silent') this.#say(talk, said); return; }
		this.taken.push(letter);
		this.#say(talk, '250 taken');
	}
}
