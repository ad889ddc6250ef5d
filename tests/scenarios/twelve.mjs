// twelve.mjs: twelve people as an HR system exports them: forty columns, of which ten matter.

const noise = ['Record Type', 'Legal Entity', 'Company Code', 'Cost Center', 'Cost Center Text', 'Payroll Area', 'Payroll Cycle', 'FTE', 'Weekly Hours', 'Contract Type',
	'Works Council', 'Union Code', 'Badge Colour', 'Parking Space', 'Shirt Size', 'Bank Country', 'Tax Class', 'Pension Plan', 'Health Fund', 'Holiday Entitlement',
	'Holiday Remaining', 'Company Car', 'Car Policy', 'Laptop Asset', 'Desk', 'Building Code', 'Floor', 'Emergency Contact', 'Data Steward', 'Last Changed'];
const header = ['Employee ID', 'Full Name', 'Work E-mail', 'Department', 'Job Title', 'Supervisor', 'Hire Date', 'Leaving Date', 'Leaving Reason', 'Gender'];

export const people = [
	['1001', 'Okafor, Ngozi', 'ngozi@north.example', 'Management', 'Chief Executive', '', '01.03.2015', '', '', 'f'],
	['1002', 'Lindqvist, Åsa', 'asa@north.example', 'Engineering', 'Head of Engineering', '1001', '14.09.2017', '', '', 'f'],
	['1003', 'Duarte, Ana', 'ana@north.example', 'Engineering', 'Engineer', '1002', '02.05.2021', '', '', 'f'],
	['1004', 'Nguyễn, Văn Minh', 'minh@north.example', 'Engineering', 'Engineer', 'asa@north.example', '17.01.2022', '', '', 'm'],
	['1005', "O'Brien, Seán", 'sean@north.example', 'Engineering', 'Engineer', 'Lindqvist, Åsa', '20.06.2019', '', '', 'm'],
	['1006', 'Schäfer, Jörg', 'joerg@north.example', 'Engineering', 'Technician', 'Åsa Lindqvist', '01.02.2023', '', '', 'm'],
	['1007', 'Kowalski, Łukasz', 'lukasz@north.example', 'Sales', 'Head of Sales', '1001', '11.11.2016', '', '', 'm'],
	['1008', 'van der Berg, Sanne', 'sanne@north.example', 'Sales', 'Account Manager', 'lukasz@north.example', '03.04.2020', '', '', 'f'],
	['1009', 'Yılmaz, İpek', ' ipek@north.example ', 'Sales', 'Account Manager', '1007', '15.08.2024', '', '', 'f'],
	['1010', 'Haddad, Layla', 'layla@north.example', 'People', 'HR Partner', 'mira@north.example', '28.02.2018', '', '', 'f'],
	['1011', 'Stein, Mira', 'mira@north.example', 'People', 'HR Director', '1001', '05.05.2016', '', '', 'f'],
	['1012', 'Fraser, Tom', 'tom@north.example', 'Sales', 'Account Manager', '1007', '09.09.2020', '30.06.2026', 'Resigned', 'm'],
];

const cell = (t) => (/[",\n;]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t);

/** A file: a line for the header and one each; matter and noise in turn. */
export function csv(rows, head = header, { bom = false, separator = ',', others = noise } = {}) {
	const wide = (row, fill) => {
		const out = [];
		for (let i = 0, n = 0, m = 0; i < head.length + others.length; i++) out.push(i % 4 === 1 && m < row.length ? row[m++] : n < others.length ? fill(n++) : row[m++]);
		return out.map(cell).join(separator);
	};
	return `${bom ? '\ufeff' : ''}${[wide(head, (i) => others[i]), ...rows.map((r) => wide(r, (i) => (i % 3 ? String(1000 + i) : '')))].join('\r\n')}\r\n`;
}

export const exported = csv(people, header, { bom: true });
/** Only the named columns. */
export const narrow = (head, rows) => csv(rows, head, { others: [] });
export const columns = header.length + noise.length;
