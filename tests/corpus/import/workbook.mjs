// workbook.mjs: makes .xlsx files as spreadsheets write them, and as they do not. Knows ZIP and a little of the format.
import { deflateRawSync } from 'node:zlib';

const table = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc = (b) => { let c = 0xffffffff; for (const x of b) c = table[(c ^ x) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };

/** Parts by name; how: { store } leaves them unpacked, { flag, method, end } bend the directory. */
export function zip(parts, how = {}) {
	const files = [], dir = [];
	let at = 0;
	for (const [name, text] of Object.entries(parts)) {
		const body = Buffer.from(text), packed = how.store ? body : deflateRawSync(body), n = Buffer.from(name), head = Buffer.alloc(30), entry = Buffer.alloc(46);
		head.writeUInt32LE(0x04034b50, 0);
		entry.writeUInt32LE(0x02014b50, 0);
		for (const [b, o] of [[head, 4], [entry, 6]]) {
			b.writeUInt16LE(20, o);
			b.writeUInt16LE(how.flag ?? 0, o + 2);
			b.writeUInt16LE(how.method ?? (how.store ? 0 : 8), o + 4);
			b.writeUInt32LE(crc(body), o + 10);
			b.writeUInt32LE(packed.length, o + 14);
			b.writeUInt32LE(body.length, o + 18);
			b.writeUInt16LE(n.length, o + 22);
		}
		entry.writeUInt32LE(how.at ?? at, 42);
		files.push(head, n, packed);
		dir.push(entry, n);
		at += 30 + n.length + packed.length;
	}
	const d = Buffer.concat(dir), end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(parts).length, 8);
	end.writeUInt16LE(Object.keys(parts).length, 10);
	end.writeUInt32LE(d.length, 12);
	end.writeUInt32LE(how.end ?? at, 16);
	return Buffer.concat([...files, d, end]);
}

const esc = (t) => String(t).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letter = (c) => (c < 26 ? '' : String.fromCharCode(64 + Math.floor(c / 26))) + String.fromCharCode(65 + (c % 26));

/** Rows of cells: a text, a number, null (left out), or { v, t, s } as it is written. how.inline: no shared words. */
export function sheet(rows, how = {}) {
	const words = [], ns = how.prefix ? `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` : 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"', p = how.prefix ? 'x:' : '';
	const cell = (c, r, k) => {
		if (c === null) return '';
		const ref = how.bare ? '' : ` r="${letter(k)}${r}"`;
		if (typeof c === 'object') return `<${p}c${ref}${c.t ? ` t="${c.t}"` : ''}${c.s !== undefined ? ` s="${c.s}"` : ''}><${p}v>${esc(c.v)}</${p}v></${p}c>`;
		if (typeof c === 'number') return `<${p}c${ref}><${p}v>${c}</${p}v></${p}c>`;
		if (how.inline) return `<${p}c${ref} t="inlineStr"><${p}is><${p}t>${esc(c)}</${p}t></${p}is></${p}c>`;
		if (!words.includes(c)) words.push(c);
		return `<${p}c${ref} t="s"><${p}v>${words.indexOf(c)}</${p}v></${p}c>`;
	};
	const body = rows.map((row, i) => (row === null ? '' : `<${p}row${how.bare ? '' : ` r="${i + 1}"`}>${row.map((c, k) => cell(c, i + 1, k)).join('')}</${p}row>`)).join('');
	return { xml: `<?xml version="1.0" encoding="UTF-8"?>${how.before ?? ''}<${p}worksheet ${ns}><${p}sheetData>${body}</${p}sheetData></${p}worksheet>`, words };
}

export function parts(rows, how = {}) {
	const s = sheet(rows, how), main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
	return {
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'xl/workbook.xml': `<workbook ${main}><workbookPr${how.since1904 ? ' date1904="1"' : ''}/><sheets>${how.hidden ? '<sheet name="Notes" sheetId="9" state="hidden" r:id="rId9"/>' : ''}<sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId9" Target="worksheets/sheet9.xml"/><Relationship Id="rId1" Target="${how.target ?? 'worksheets/sheet1.xml'}"/></Relationships>`,
		'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
		...(s.words.length ? { 'xl/sharedStrings.xml': how.words ?? `<sst ${main}>${s.words.map((w) => `<si><t xml:space="preserve">${esc(w)}</t></si>`).join('')}</sst>` } : {}),
		'xl/worksheets/sheet1.xml': s.xml, ...how.more,
	};
}
export const workbook = (rows, how = {}) => zip(parts(rows, how), how);
