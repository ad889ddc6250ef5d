// picture.mjs: writes pictures of pages, wide and phone, light and dark, for people to look at.
//   node tests/browser/picture.mjs OUTDIR URL-or-file...
// Files are served from a small server under the product's own content security policy, so a
// mock-up that needs an inline style looks broken here too. Exit 1: a page complained or scrolls sideways.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
	'.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const SIZES = [[1440, 1000], [390, 844]];

function answer(request, reply) {
	const path = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/^\/assets\//, '/web/');
	const file = resolve(ROOT, '.' + path);
	try {
		if (!file.startsWith(ROOT + sep)) throw new Error('outside');
		const bytes = readFileSync(file);
		reply.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Security-Policy': POLICY });
		reply.end(bytes);
	} catch {
		reply.writeHead(404);
		reply.end();
	}
}

async function serveFiles() {
	const server = createServer(answer);
	await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
	return server;
}

function address(page, port) {
	if (/^https?:/.test(page)) return page;
	return `http://127.0.0.1:${port}/${relative(ROOT, resolve(page)).split(sep).join('/')}`;
}

function nameOf(page) {
	if (!/^https?:/.test(page)) return basename(page, '.html');
	const { pathname, search } = new URL(page);
	return (pathname + search).replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'root';
}

async function shoot(browser, url, out, [width, height], scheme) {
	const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
	const page = await context.newPage();
	const said = [];
	page.on('console', (m) => { if (m.type() === 'error') said.push(m.text()); });
	page.on('pageerror', (e) => said.push(e.message));
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.evaluate(() => document.fonts.ready);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	if (over > 0) said.push(`scrolls sideways by ${over} px`);
	await page.screenshot({ path: `${out}-${width}-${scheme}.png`, fullPage: true });
	await context.close();
	return said.map((s) => `${url} ${width} ${scheme}: ${s}`);
}

const [outdir, ...pages] = process.argv.slice(2);
if (!outdir || pages.length === 0) {
	console.error('usage: node tests/browser/picture.mjs OUTDIR URL-or-file...');
	process.exit(2);
}
mkdirSync(outdir, { recursive: true });
const server = await serveFiles();
const profile = mkdtempSync(join(tmpdir(), 'picture-'));
const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
const browser = context.browser();
const complaints = [];
let count = 0;
for (const page of pages)
	for (const size of SIZES)
		for (const scheme of ['light', 'dark']) {
			complaints.push(...await shoot(browser, address(page, server.address().port), join(outdir, nameOf(page)), size, scheme));
			count++;
		}
await context.close();
server.close();
rmSync(profile, { recursive: true, force: true });
complaints.forEach((c) => console.error(c));
console.log(`${count} pictures in ${outdir}, ${complaints.length} complaints`);
process.exit(complaints.length > 0 ? 1 : 0);
