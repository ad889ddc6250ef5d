// Files of people as systems, spreadsheets and hands write them; odd ones, broken ones. A table of cases; run.mjs judges them all.
// Each: group, name, what it is, bytes; against: nobody ('empty') or the few of judge.c ('known').
export const cases = [];
let group = '', against = 'empty';
const begin = (name, whom = 'empty') => { group = name; against = whom; };
const file = (name, bytes, whom = against) => cases.push({ group, name: `${group}/${name}`, against: whom, bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes) });
/** Rows of plain cells, joined. */
const rows = (list, sep = ',', end = '\n') => list.map((r) => r.join(sep) + end).join('');
const head = 'number,name';
const people = (...lines) => `${head}\n${lines.join('\n')}\n`;

// ---- letters -------------------------------------------------------------------------------------
const cp1252 = { '€': 0x80, '„': 0x84, 'Š': 0x8a, 'Œ': 0x8c, 'Ž': 0x8e, '‘': 0x91, '’': 0x92, '–': 0x96, 'š': 0x9a, 'œ': 0x9c, 'ž': 0x9e, 'Ÿ': 0x9f };
const windows = (text) => Buffer.from([...text].map((c) => cp1252[c] ?? c.codePointAt(0)));
const big = (text) => { const b = Buffer.from(text, 'utf16le'); b.swap16(); return b; };
export const letters = {
	'utf8': (t) => Buffer.from(t), 'utf8-mark': (t) => Buffer.from(`\ufeff${t}`), 'utf16le-mark': (t) => Buffer.from(`\ufeff${t}`, 'utf16le'),
	'utf16be-mark': (t) => big(`\ufeff${t}`), 'utf16le-bare': (t) => Buffer.from(t, 'utf16le'), 'utf16be-bare': big, 'windows': windows,
};
begin('letters');
for (const [name, as] of Object.entries(letters))
	for (const [word, sep] of [['comma', ','], ['semicolon', ';'], ['tab', '\t'], ['bar', '|']])
		file(`${name}-${word}`, as(rows([['Personalnummer', 'Vorname', 'Nachname', 'Abteilung'], ['17', 'Änne', 'Groß', 'Vertrieb'], ['18', 'Søren', 'Müller', 'Vertrieb']], sep, '\r\n')));
file('windows-curly', windows('number,name\n1,Zoë O’Brien\n2,Ana – Šimić\n'));
file('windows-header-only', windows('Personalnummer,Größe,Name\n1,2,Ana Duarte\n'));
file('windows-macintosh', Buffer.concat([Buffer.from('number,name\r1,M'), Buffer.from([0x9f]), Buffer.from('ller\r')]));
file('windows-and-utf8', Buffer.concat([Buffer.from('number,name\n1,Änne\n2,M'), Buffer.from([0xfc]), Buffer.from('ller\n')]));
file('windows-no-meaning', Buffer.concat([Buffer.from('number,name\n1,M'), Buffer.from([0x81]), Buffer.from('ller\n')]));
file('utf8-twice-encoded', people('1,MÃ¼ller'));
file('utf8-composed-and-not', people('1,José', '2,Jose\u0301'));
file('utf8-overlong', Buffer.concat([Buffer.from(`${head}\n1,`), Buffer.from([0xc0, 0xaf]), Buffer.from('\n')]));
file('utf8-surrogate', Buffer.concat([Buffer.from(`${head}\n1,`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]));
file('utf8-cut', Buffer.concat([Buffer.from(`${head}\n1,Änne\n2,Gro`), Buffer.from([0xc3])]));
file('utf8-mark-twice', Buffer.from(`\ufeff\ufeff${head}\n1,Ana Duarte\n`));
file('utf16-cut', Buffer.from(`\ufeff${head}\n1,Ana\n`, 'utf16le').subarray(0, -1));
file('utf16-half-pair', Buffer.concat([Buffer.from(`\ufeff${head}\n1,`, 'utf16le'), Buffer.from([0x3d, 0xd8, 0x41, 0x00])]));
file('utf16-mark-alone', Buffer.from([0xff, 0xfe]));
file('utf16-emoji', Buffer.from(`\ufeff${head}\n1,Ana 😀 Duarte\n`, 'utf16le'));
file('utf32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]));
file('zero-in-cell', `${head}\n1,A\0na\n`);
file('zero-at-end', `${head}\n1,Ana\n\0\0\0\0`);
file('zeros', '\0\0\0\0\0\0\0\0\0\0');
file('no-break-spaces', people('1,\u00a0Ana\u00a0Duarte\u00a0', '\u00a02\u00a0,Bo Lind'));
file('zero-width', people('\u200b1,\u200bAna Duarte\u200b'));
file('right-to-left', people('1,דנה כהן', '2,محمد علي'));
file('east', people('1,山田 太郎', '2,김민준', '3,Nguyễn Thị Minh Khai'));
file('turkish', people('1,İpek Yılmaz', '2,Işık Çelik'));
file('control-signs', people('1,Ana\x01\x02 Duarte', '2,Bo\x7fLind'));
file('bell-and-escape', people('1,\x1b[31mAna\x07 Duarte'));

// ---- cells and rows ------------------------------------------------------------------------------
begin('cells');
file('line-ends-lf', people('1,Ana Duarte', '2,Bo Lind'));
file('line-ends-crlf', people('1,Ana Duarte', '2,Bo Lind').replaceAll('\n', '\r\n'));
file('line-ends-cr', people('1,Ana Duarte', '2,Bo Lind').replaceAll('\n', '\r'));
file('line-ends-mixed', `${head}\r\n1,Ana Duarte\n2,Bo Lind\r3,Cy Wu`);
file('no-last-line-end', `${head}\n1,Ana Duarte`);
file('blank-rows', people('', '1,Ana Duarte', '', ',', '2,Bo Lind', '', ''));
file('blank-cells-rows', people(' , ', '1,Ana Duarte', '"",""'));
file('all-quoted', '"number","name"\n"1","Duarte, Ana"\n"2","Lind, Bo"\n');
file('quoted-newline', 'number,name,job\n1,Ana Duarte,"Head of\nSales"\n2,Bo Lind,"Two\r\nlines"\n');
file('quoted-newline-heading', '"Employee\nID","Full\nname"\n1,Ana Duarte\n');
file('quoted-separator', 'number;name;job\n1;"Duarte; Ana";"Sales; Support"\n');
file('quoted-quote', people('1,"Ana ""the boss"" Duarte"'));
file('quote-in-the-middle', people('1,Ana "Nan" Duarte'));
file('quote-never-closed', people('1,"Ana Duarte', '2,Bo Lind'));
file('quote-closed-late', 'number,name,job\n1,"Ana Duarte,Seller\n2,Bo Lind","Seller"\n');
file('quote-text-after', people('1,"Ana" Duarte'));
file('quote-blank-after', people('1,"Ana Duarte" ', '2,Bo Lind'));
file('quote-blank-before', people('1, "Ana Duarte"'));
file('quote-single', "'number','name'\n'1','Ana Duarte'\n");
file('quote-curly', '“number”,“name”\n“1”,“Ana Duarte”\n');
file('quote-only', '"');
file('quote-empty-file', '""');
file('backslash-quote', people('1,"Ana \\"Nan\\" Duarte"'));
file('short-row', 'number,name,job\n1,Ana Duarte\n2,Bo Lind,Seller\n');
file('long-row', people('1,Ana Duarte,extra', '2,Bo Lind'));
file('long-row-of-nothing', people('1,Ana Duarte,,,', '2,Bo Lind,'));
file('comma-in-name-unquoted', people('1,Duarte, Ana', '2,Bo Lind'));
file('sep-line', 'sep=;\nnumber;name\n1;Duarte, Ana\n');
file('sep-line-bar', 'sep=|\nnumber|name\n1|Duarte, Ana\n');
file('sep-line-unknown', 'sep=x\nnumber,name\n1,Ana Duarte\n');
file('title-above', 'Staff list of Lumen\nnumber,name\n1,Ana Duarte\n');
file('title-and-blank-above', 'Report;;\nMade on 24.11.2026;;\n;;\nPersonalnummer;Name;Abteilung\n1;Ana Duarte;Sales\n');
file('title-semicolons', 'Mitarbeiterliste\n\nPersonalnummer;Name\n1;Duarte, Ana\n2;Lind, Bo\n');
file('titles-too-many', `${'a title,\n'.repeat(20)}number,name\n1,Ana\n`);
file('total-below', 'number,name,job\n1,Ana Duarte,Seller\nTotal,,1\n');
file('total-below-one-cell', 'number,name,job\n1,Ana Duarte,Seller\n1 row\n');
file('heading-only', `${head}\n`);
file('heading-only-no-line-end', head);
file('no-heading', '1,Ana Duarte,ana@x.org\n2,Bo Lind,bo@x.org\n');
file('heading-empty-cells', 'number,,name,\n1,x,Ana Duarte,y\n');
file('heading-twice', 'number,name,name\n1,Ana Duarte,Bo Lind\n');
file('heading-repeated-below', 'number,name\n1,Ana Duarte\nnumber,name\n2,Bo Lind\n');
file('heading-padded', '  number  ,  name \n1,Ana Duarte\n');
file('heading-shouted', 'NUMBER,NAME,E-MAIL\n1,Ana Duarte,ana@x.org\n');
file('heading-underscores', 'employee_id,first_name,last_name,work_email\n1,Ana,Duarte,ana@x.org\n');
file('heading-camel', 'employeeId,firstName,lastName,workEmail,managerId\n1,Ana,Duarte,ana@x.org,\n');
file('heading-unknown', 'foo,bar\n1,Ana Duarte\n');
file('no-number-no-mail', 'name,unit\nAna Duarte,Sales\n');
file('no-name', 'number,unit\n1,Sales\n');
file('one-column', 'number\n1\n');
file('one-column-mails', 'e-mail\nana@x.org\n');
file('many-columns', rows([['number', 'name', ...Array.from({ length: 398 }, (_, i) => `c${i}`)], ['1', 'Ana Duarte', ...Array(398).fill('x')]]));
file('too-many-columns', rows([['number', 'name', ...Array.from({ length: 399 }, (_, i) => `c${i}`)]]));
file('long-cell', people(`1,${'A'.repeat(70)} ${'B'.repeat(140)}`));
file('long-number', people(`${'9'.repeat(65)},Ana Duarte`));
file('long-mail', `number,name,email\n1,Ana,${'a'.repeat(250)}@x.org\n`);
file('gigantic-cell', people(`1,${'x'.repeat(70000)}`));
file('gigantic-quoted-cell', people(`1,"${'x\n'.repeat(40000)}"`));
file('gigantic-unneeded-cell', `number,name,note\n1,Ana Duarte,${'x'.repeat(60000)}\n`);
file('commas', ','.repeat(300));
file('line-ends', '\n'.repeat(500));
file('blanks', ' '.repeat(500));
file('empty', '');
file('one-letter', 'x');
file('formula-mail', 'number,name,email\n1,Ana,=HYPERLINK("http://x")\n');
file('formula-name', people('1,=1+1', '2,@SUM(A1)', '3,+cmd|x', "4,'=1+1"));
file('formula-kept-number', 'number,name\n="00123",Ana Duarte\n="00124",Bo Lind\n');
file('formula-error', 'number,name,manager\n1,Ana Duarte,#N/A\n2,#REF!,1\n');
file('phone-plus', 'number,name,phone\n1,Ana,+49 170 1234567\n2,Bo,(030) 12 34-5\n');
file('leading-zeros', people('007,Ana Duarte', '7,Bo Lind'));
file('scientific', people('1.23457E+11,Ana Duarte', '1.23457E+11,Bo Lind'));
file('decimal-number', people('1001.0,Ana Duarte', '"1,002",Bo Lind'));
file('markup', people('1,<b>Ana</b> Duarte', '2,<script>alert(1)</script>'));
file('sql', people("1,Ana'); drop table person;--"));
file('path', people('1,../../etc/passwd'));

// ---- no tables -----------------------------------------------------------------------------------
begin('notables');
file('workbook', Buffer.from('PK\x03\x04 not a real one'));
file('old-workbook', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]));
file('pdf', '%PDF-1.7\nnumber,name\n');
file('gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0]));
file('html', '<html><table><tr><td>number</td><td>name</td></tr></table></html>');
file('html-doctype', '<!DOCTYPE html>\n<table></table>');
file('html-marked', '\ufeff<html><body>');
file('xml', '<?xml version="1.0"?><people/>');
file('json', '[{"number": "1", "name": "Ana Duarte"}]');
file('json-lines', '{"number": "1", "name": "Ana Duarte"}\n');
file('rtf', '{\\rtf1 number name}');
file('png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
file('fixed-width', 'number    name\n1         Ana Duarte\n2         Bo Lind\n');
file('vcard', 'BEGIN:VCARD\nFN:Ana Duarte\nEND:VCARD\n');
file('ldif', 'dn: cn=Ana Duarte,ou=Sales\ncn: Ana Duarte\nmail: ana@x.org\n');
file('mail', 'From: ana@x.org\nSubject: the list\n\nsee below\n');
file('markdown', '| number | name |\n|---|---|\n| 1 | Ana Duarte |\n');
