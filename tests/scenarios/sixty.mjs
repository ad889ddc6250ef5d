// sixty.mjs: sixty people of a young company, as a small HR system exports them. Made names; nothing of a real one.
const given = ['Ida', 'Per', 'Noor', 'Jonas', 'Lena', 'Tariq', 'Aiko', 'Pavel', 'Zoe', 'Marek', 'Salma', 'Otto', 'Freya', 'Hugo', 'Ines', 'Kofi', 'Greta', 'Emil', 'Rania', 'Lars'];
const family = ['Berg', 'Alm', 'Haddad', 'Weiss', 'Novak', 'Aziz', 'Mori', 'Dvorak', 'Lind', 'Kral', 'Idris', 'Brandt', 'Holm', 'Marchetti', 'Costa', 'Mensah', 'Vogel', 'Jansen', 'Saleh'];

/** Unit, title of who leads it, title of the others, how many there are with the lead, the unit of who leads the lead. */
const units = [
	['Management', 'Chief Executive', 'Assistant', 2, null],
	['Engineering', 'Head of Engineering', 'Engineer', 6, 'Management'],
	['Platform', 'Lead Platform', 'Engineer', 9, 'Engineering'],
	['Apps', 'Lead Apps', 'Engineer', 8, 'Engineering'],
	['Sales', 'Head of Sales', 'Account Manager', 14, 'Management'],
	['Support', 'Head of Support', 'Support Specialist', 12, 'Management'],
	['Finance', 'Head of Finance', 'Accountant', 4, 'Management'],
	['People', 'HR Director', 'HR Partner', 3, 'Management'],
	['Workshop', 'Foreman', 'Technician', 2, 'Management'],
];

const rows = [], leads = new Map();
for (const [unit, lead, other, many, above] of units) for (let i = 0; i < many; i++) {
	const n = rows.length, mira = unit === 'People' && i === 0, number = String(1001 + n);
	const name = mira ? ['Mira', 'Stein'] : [given[n % given.length], family[n % family.length]];
	if (i === 0) leads.set(unit, number);
	const boss = i === 0 ? leads.get(above) ?? '' : leads.get(unit);
	const path = ['Platform', 'Apps'].includes(unit) ? `Engineering > ${unit}` : unit;
	rows.push([number, name[0], name[1], mira ? 'mira@north.example' : `${name[0]}.${name[1]}${n}@north.example`.toLowerCase(), path, i === 0 ? lead : other, boss, `20${15 + (n % 10)}-0${1 + (n % 9)}-15`]);
}

export const people = rows;
export const sixty = [['Personnel number', 'First name', 'Last name', 'E-mail', 'Department path', 'Job title', 'Manager', 'Start date'], ...rows].map((r) => r.join(',')).join('\n') + '\n';
