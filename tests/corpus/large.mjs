// A file of many people with forty columns, as a large export is: node tests/corpus/large.mjs ROWS > FILE.
const rows = Number(process.argv[2] ?? 10000), out = [];
const given = ['Ana', 'Bo', 'Çelik', 'Dörte', 'Émile', 'Fatima', 'Giulia', 'Håkon', 'İpek', 'Jörg'], family = ['Duarte', 'Lind', 'Nguyễn', 'Groß', 'van der Berg', "O'Brien", 'Łuczak', 'Kim', 'Silva', 'Öz'];
const pad = (n) => String(n).padStart(2, '0');
out.push(['Employee ID', 'First name', 'Last name', 'Work email', 'Manager ID', 'Department', 'Job title', 'Grade', 'Location', 'Hire date', 'Language', 'Phone', 'Gender', 'Date of birth',
	...Array.from({ length: 26 }, (_, i) => `Custom field ${i + 1}`)].join(','));
for (let i = 1; i <= rows; i++) {
	const cells = [`P${i}`, given[i % 10], `${family[(i / 10 | 0) % 10]} ${i}`, `p${i}@north.example`, i > 1 ? `P${i / 8 | 0 || 1}` : '', `Division ${i % 20} > Team ${i % 400}`, `Job ${i % 200}`, `L${i % 9}`,
		`City ${i % 30}`, `20${pad(i % 26)}-${pad(i % 12 + 1)}-${pad(i % 28 + 1)}`, i % 3 ? 'English' : 'German', `+49 30 ${i}`, i % 2 ? 'f' : 'm', `19${60 + i % 40}-${pad(i % 12 + 1)}-${pad(i % 28 + 1)}`];
	for (let k = 0; k < 26; k++) cells.push(k % 5 === 4 ? `"a longer text, number ${i}, with ""quotes"""` : `value ${i * k % 977}`);
	out.push(cells.join(','));
}
process.stdout.write(`${out.join('\r\n')}\r\n`);
