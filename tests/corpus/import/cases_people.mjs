// The table of cases, part two: headings, days, managers, units, people who are known already.
import { cases } from './cases.mjs';

let group = '', against = 'empty';
const begin = (name, whom = 'empty') => { group = name; against = whom; };
const file = (name, text, whom = against) => cases.push({ group, name: `${group}/${name}`, against: whom, bytes: Buffer.from(text) });

// ---- headings of systems and languages -----------------------------------------------------------
begin('headings');
const as = (name, headings, cells, sep = ';') => file(name, `${headings.join(sep)}\n${cells.join(sep)}\n`);
as('english', ['Employee ID', 'First name', 'Last name', 'Work email', 'Job title', 'Department', 'Manager', 'Hire date', 'Termination date', 'Location', 'Grade'],
	['1', 'Ana', 'Duarte', 'ana@x.org', 'Seller', 'Sales', '', '2020-01-31', '', 'Lisbon', 'L3']);
as('english-full', ['Personnel number', 'Full name', 'E-mail', 'Line manager', 'Business unit'], ['1', 'Duarte, Ana', 'ana@x.org', '', 'Sales']);
as('english-worker', ['Worker ID', 'Worker', 'Primary work email', 'Supervisory organization', "Worker's manager", 'Original hire date'], ['1', 'Ana Duarte', 'ana@x.org', 'Sales', '', '2020-01-31']);
as('english-associate', ['Associate ID', 'Legal first name', 'Legal last name', 'Reports to name', 'Reports to email'], ['1', 'Ana', 'Duarte', '', '']);
as('german', ['Personalnummer', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Stelle', 'Abteilung', 'Vorgesetzter', 'Eintrittsdatum', 'Austrittsdatum', 'Standort', 'Geschlecht', 'Geburtsdatum'],
	['1', 'Ana', 'Duarte', 'ana@x.org', 'Verkäuferin', 'Vertrieb', '', '31.01.2020', '', 'Köln', 'w', '01.02.1985']);
as('german-short', ['Pers.-Nr.', 'Name', 'Vorname', 'Kst.-Bez.', 'Eintritt'], ['1', 'Duarte', 'Ana', 'Vertrieb', '31.01.2020']);
as('german-lead', ['Mitarbeiter-ID', 'Anzeigename', 'Führungskraft', 'Führungskraft E-Mail', 'Führungskraft Personalnummer'], ['1', 'Ana Duarte', '', '', '']);
as('german-path', ['Personalnummer', 'Name', 'Organisationspfad', 'Organisationseinheit'], ['1', 'Ana Duarte', 'Lumen > Vertrieb', 'Nord']);
as('german-gender', ['Personalnummer', 'Mitarbeiter*in', 'Vorgesetzte*r'], ['1', 'Ana Duarte', '']);
as('french', ['Matricule', 'Prénom', 'Nom', 'Courriel', 'Intitulé de poste', 'Service', 'Responsable hiérarchique', "Date d'entrée", 'Date de sortie', 'Lieu de travail'],
	['1', 'Ana', 'Duarte', 'ana@x.org', 'Vendeuse', 'Ventes', '', '31/01/2020', '', 'Lyon']);
as('french-accents-gone', ['Matricule', 'Prenom', 'Nom de famille', 'Adresse email', "Date d'embauche", 'Motif de depart'], ['1', 'Ana', 'Duarte', 'ana@x.org', '31/01/2020', '']);
as('french-one-name', ['N° matricule', 'Nom et prénom', 'Direction', 'N+1'], ['1', 'Duarte Ana', 'Ventes', '']);
as('french-manager-mail', ['Numéro employé', 'Nom complet', 'E-mail du responsable', 'Niveau'], ['1', 'Ana Duarte', '', '3']);
as('spanish', ['Número de empleado', 'Nombre', 'Apellidos', 'Correo electrónico', 'Puesto', 'Departamento', 'Jefe directo', 'Fecha de ingreso', 'Fecha de baja', 'Centro de trabajo'],
	['1', 'Ana', 'Duarte', 'ana@x.org', 'Vendedora', 'Ventas', '', '31/01/2020', '', 'Lima']);
as('spanish-one-name', ['Código empleado', 'Apellidos y nombres', 'Área', 'Cargo', 'Fecha de alta', 'Motivo de baja'], ['1', 'Duarte, Ana', 'Ventas', 'Vendedora', '31/01/2020', '']);
as('spanish-responsible', ['ID empleado', 'Nombre completo', 'Correo corporativo', 'Responsable', 'Nivel'], ['1', 'Ana Duarte', 'ana@x.org', '', '3']);
as('italian', ['Matricola', 'Nome', 'Cognome', 'Indirizzo email', 'Mansione', 'Reparto', 'Responsabile', 'Data di assunzione', 'Sede'], ['1', 'Ana', 'Duarte', 'ana@x.org', 'Venditrice', 'Vendite', '', '31/01/2020', 'Roma']);
as('dutch', ['Personeelsnummer', 'Voornaam', 'Achternaam', 'E-mailadres', 'Functie', 'Afdeling', 'Leidinggevende', 'Datum in dienst', 'Datum uit dienst', 'Vestiging'],
	['1', 'Ana', 'Duarte', 'ana@x.org', 'Verkoper', 'Verkoop', '', '31-01-2020', '', 'Gent']);
as('portuguese', ['Matrícula', 'Nome', 'Sobrenome', 'E-mail', 'Cargo', 'Departamento', 'Gestor', 'Data de admissão'], ['1', 'Ana', 'Duarte', 'ana@x.org', 'Vendedora', 'Vendas', '', '31/01/2020']);
as('mixed-languages', ['Employee ID', 'Vorname', 'Apellidos', 'Courriel', 'Abteilung'], ['1', 'Ana', 'Duarte', 'ana@x.org', 'Sales']);
as('words-only-ours', ['number', 'given', 'family', 'email', 'manager', 'unit', 'unit-path', 'job', 'level', 'location', 'starts', 'ends', 'end-reason', 'lang', 'phone', 'gender', 'birth-day'],
	['1', 'Ana', 'Duarte', 'ana@x.org', '', '', '', 'Seller', 'L3', 'Lisbon', '2020-01-31', '', '', 'en', '+49 1', 'w', '1985-02-01']);
as('forty-columns', ['Employee ID', 'Full name', ...Array.from({ length: 38 }, (_, i) => `Custom field ${i + 1}`)], ['1', 'Ana Duarte', ...Array(38).fill('x')]);
as('salary-passed-over', ['Employee ID', 'Full name', 'Salary', 'IBAN', 'Religion', 'Home address'], ['1', 'Ana Duarte', '90000', 'DE00', 'none', 'Somewhere 1']);
as('two-mails', ['Employee ID', 'Full name', 'Private e-mail', 'Work e-mail'], ['1', 'Ana Duarte', 'ana@home.org', 'ana@x.org']);
as('two-numbers', ['ID', 'Employee number', 'Name'], ['99', '1', 'Ana Duarte']);
as('two-hire-days', ['Employee ID', 'Name', 'Original hire date', 'Hire date'], ['1', 'Ana Duarte', '2010-01-01', '2020-01-31']);
as('languages', ['Employee ID', 'Name', 'Language'], ['1', 'Ana Duarte', 'Deutsch']);
as('language-code', ['Employee ID', 'Name', 'Language'], ['1', 'Ana Duarte', 'pt-BR']);
as('language-unknown', ['Employee ID', 'Name', 'Language'], ['1', 'Ana Duarte', 'Elvish']);

// ---- days ----------------------------------------------------------------------------------------
begin('days');
const days = (name, ...cells) => file(name, `number,name,starts\n${cells.map((c, i) => `${i + 1},Ana ${'ABCDEFGH'[i]}lt,${c}\n`).join('')}`);
days('iso', '2024-02-29');
days('iso-slashes', '2024/02/29');
days('iso-time', '2024-02-29T00:00:00Z');
days('iso-time-zone', '2024-02-29 00:00:00+02:00');
days('in-one', '20240229', '20231301');
days('german', '29.02.2024', '1.3.2024');
days('german-blanks', '29. 2. 2024');
days('american', '02/29/2024', '03/04/2024');
days('british', '29/02/2024', '03/04/2024');
days('dashes', '29-02-2024');
days('question', '03/04/2024');
days('question-many', '03/04/2024', '05/06/2023', '07/08/2022');
days('alike-either-way', '03/03/2024', '05/05/2023');
days('two-ways-in-one', '25/12/2024', '12/25/2024');
days('iso-and-question', '2024-04-03', '03/04/2024');
days('month-english', '29-Feb-2024', '1 March 2024');
days('month-german', '29. Februar 2024', '1. März 2024', '3. Mai 2024', '24. Dez. 2024');
days('month-french', '29 février 2024', '1 août 2024', '3 juin 2024', '4 juillet 2024', '5 déc. 2024');
days('month-spanish', '29 de febrero de 2024', '1 de enero de 2024', '2 de agosto de 2024', '3 dic 2024');
days('month-nonsense', '3 Foo 2024');
days('month-american', 'February 29, 2024');
days('short-year-german', '29.02.24', '31.12.99', '01.05.05');
days('short-year-question', '03/04/24');
days('short-year-american', '02/29/24', '03/04/24');
days('short-year-first', '85-12-31', '99-01-02');
days('short-year-far', '31.12.46', '31.12.47');
days('short-and-long', '29.02.24', '29.02.2024');
days('short-year-no-day', '31.02.24', '01.03.24');
days('no-day', '30.02.2024');
days('no-leap-day', '29.02.2023');
days('month-thirteen', '2024-13-01');
days('zero-day', '00.01.2024', '0.0.0');
days('of-long-ago', '01.01.1800');
days('far-away', '2300-01-01');
days('serial', '45351');
days('words', 'soon', 'unknown');
days('none', 'n/a', '-', '00.00.0000', '0000-00-00', '#N/A');
days('dots', '01.02.2024');
days('dots-american', '01.02.2024', '02.29.2024');
days('only-year', '2024');
days('only-month', '02/2024');
days('minus', '-2024-02-29');
days('huge', '99999999999999999999.1.2024');
days('full-width', '２０２４-02-29');
days('one-number-of-five', '2024-02-29-11');
days('future', '2027-01-01');
days('today', '2026-11-24');
file('ends-ever', 'number,name,starts,ends\n1,Ana,2020-01-01,9999-12-31\n2,Bo,2020-01-01,31.12.9999\n');
file('ends-before-starts', 'number,name,starts,ends\n1,Ana,2020-01-02,2020-01-01\n2,Bo,2020-01-01,2020-01-01\n');
file('ends-short-year', 'number,name,starts,ends\n1,Ana,01.05.19,31.12.23\n2,Bo,01.05.19,31.12.30\n');
file('born-short-year', 'number,name,birth-day\n1,Ana,01.02.85\n2,Bo,13.02.26\n3,Cy,13.02.30\n');
file('born-in-the-future', 'number,name,birth-day\n1,Ana,2030-01-01\n');
file('two-columns-two-forms', 'number,name,starts,ends\n1,Ana,25/12/2019,12/25/2023\n');
file('one-column-asks', 'number,name,starts,ends\n1,Ana,25/12/2019,03/04/2023\n');

// ---- managers ------------------------------------------------------------------------------------
begin('managers');
const led = (name, ...lines) => file(name, `number,name,email,manager\n${lines.join('\n')}\n`);
const three = ['1,Ana Duarte,ana@x.org,', '2,Bo Lind,bo@x.org,'];
led('by-number', ...three, '3,Cy Wu,,1');
led('by-number-below', '3,Cy Wu,,1', ...three);
led('by-mail', ...three, '3,Cy Wu,,ANA@X.org');
led('by-name', ...three, '3,Cy Wu,,Ana Duarte');
led('by-name-comma', ...three, '3,Cy Wu,,"Duarte, Ana"');
led('by-name-no-accents', '1,Änne Groß,,', '2,Bo Lind,,Anne Gross');
led('by-name-and-number', ...three, '3,Cy Wu,,Ana Duarte (1)', '4,Di Fox,,"Duarte, Ana (1)"');
led('by-name-and-mail', ...three, '3,Cy Wu,,Ana Duarte (ana@x.org)', '4,Di Fox,,Ana Duarte <ana@x.org>');
led('two-of-a-name', '1,Ana Duarte,,', '2,Ana Duarte,,', '3,Cy Wu,,Ana Duarte');
led('two-of-a-name-by-number', '1,Ana Duarte,,', '2,Ana Duarte,,', '3,Cy Wu,,Ana Duarte (2)');
led('unknown', ...three, '3,Cy Wu,,99');
led('unknown-mail', ...three, '3,Cy Wu,,nobody@x.org');
led('leading-zeros', '001,Ana Duarte,,', '2,Bo Lind,,1');
led('self-number', '1,Ana Duarte,ana@x.org,1');
led('self-mail', '1,Ana Duarte,ana@x.org,ana@x.org');
led('self-name', '1,Ana Duarte,ana@x.org,Ana Duarte');
led('loop-of-two', '1,Ana,,2', '2,Bo,,1');
led('loop-of-three', '1,Ana,,2', '2,Bo,,3', '3,Cy,,1');
led('loop-and-below', '1,Ana,,2', '2,Bo,,1', '3,Cy,,2', '4,Di,,3');
led('two-loops', '1,Ana,,2', '2,Bo,,1', '3,Cy,,4', '4,Di,,3');
led('loop-by-mail-and-name', '1,Ana Duarte,ana@x.org,Bo Lind', '2,Bo Lind,bo@x.org,ana@x.org');
file('loop-of-five-hundred', `number,name,manager\n${Array.from({ length: 500 }, (_, i) => `${i},P${i} X,${(i + 1) % 500}`).join('\n')}\n`);
file('chain-of-two-hundred', `number,name,manager\n${Array.from({ length: 200 }, (_, i) => `${i},P${i} X,${i ? i - 1 : ''}`).join('\n')}\n`);
file('all-under-one', `number,name,manager\n${Array.from({ length: 200 }, (_, i) => `${i},P${i} X,${i ? 0 : ''}`).join('\n')}\n`);
for (const [name, word] of [['board', 'Board of Directors'], ['board-shouted', 'BOARD OF DIRECTORS'], ['supervisory', 'Supervisory Board'], ['aufsichtsrat', 'Aufsichtsrat'], ['gesellschafter', 'Gesellschafter'],
	['conseil', "Conseil d'administration"], ['consejo', 'Consejo de Administración'], ['shareholders', 'Shareholders'], ['external', 'External'], ['trustees', 'Board of Trustees'], ['chair', 'Chair of the Board of Lumen']])
	led(`outside-${name}`, `1,Ana Duarte,,${word}`, '2,Bo Lind,,1');
led('outside-is-a-person', '1,Ana Duarte,,External', '2,External,,');
for (const [name, word] of [['dash', '-'], ['na', 'n/a'], ['NA', '#N/A'], ['none', 'None'], ['null', 'NULL'], ['keine', 'keine'], ['aucun', 'Aucun'], ['ninguno', 'ninguno'], ['long-dash', '—'], ['vacant', 'Vacant']])
	led(`nobody-${name}`, `1,Ana Duarte,,${word}`);
led('of-a-refused-row', '1,,,', '2,Bo Lind,,1');
led('of-a-leaver', '2,Bo Lind,,1');
file('manager-left', 'number,name,manager,ends\n1,Ana,,2024-01-31\n2,Bo,1,\n');
file('manager-leaves-later', 'number,name,manager,ends\n1,Ana,,2027-01-31\n2,Bo,1,\n');
file('manager-comes-later', 'number,name,manager,starts\n1,Ana,,2027-01-31\n2,Bo,1,2020-01-01\n');
file('two-manager-columns', 'number,name,manager name,manager id\n1,Ana Duarte,,\n2,Bo Lind,Ana Duarte,1\n');

// ---- units ---------------------------------------------------------------------------------------
begin('units');
const unit = (name, heading, ...cells) => file(name, `number,name,${heading}\n${cells.map((c, i) => `${i + 1},Ana ${'ABCDEFGH'[i]}lt,${c}\n`).join('')}`);
unit('plain', 'unit', 'Sales', 'Support', 'sales', ' Sales ');
unit('accents', 'unit', 'Développement', 'Developpement');
unit('path-arrow', 'unit', 'Sales > EMEA', 'Sales > APAC', 'Sales');
unit('path-arrow-tight', 'unit', 'Sales>EMEA>North', 'Sales > EMEA');
unit('path-guillemet', 'unit', 'Sales » EMEA', 'Sales › APAC', 'Sales → North', 'Sales :: South');
unit('path-from-the-root', 'org path', 'Lumen > Sales > EMEA', 'Sales > EMEA');
unit('path-slash-column', 'org path', 'Lumen / Sales / EMEA', 'Lumen/Sales');
unit('path-backslash', 'org path', 'Lumen\\Sales\\EMEA');
unit('path-bar', 'org path', 'Lumen | Sales');
unit('slash-is-a-name', 'unit', 'Sales / Marketing', 'R&D');
unit('path-edges', 'unit', '> Sales', 'Sales >', '> >', 'Sales > > EMEA');
unit('path-twelve', 'unit', Array.from({ length: 12 }, (_, i) => `U${i}`).join(' > '));
unit('path-too-deep', 'unit', Array.from({ length: 13 }, (_, i) => `U${i}`).join(' > '), 'Sales');
unit('path-and-unit', 'org path,unit', 'Lumen > Sales,EMEA', 'Lumen > Sales > EMEA,EMEA');
unit('same-name-twice', 'unit', 'Sales > EMEA', 'Support > EMEA', 'EMEA');
unit('root-itself', 'unit', 'Lumen', 'lumen', '');
unit('path-itself', 'unit', 'Sales > Sales');
unit('arrow-in-name', 'unit', '->', '<Sales>');
unit('long-name', 'unit', 'x'.repeat(201));
unit('known-plain', 'unit', 'Sales', 'Finance');
against = 'known';
unit('known', 'unit', 'Sales', 'Sales > EMEA', 'Support > EMEA', 'Finance', 'Sales > New');
file('known-many-own', 'number,name,unit\nE5,Dan Ek,EMEA\n');
file('known-many-other', 'number,name,unit\nE2,Bo Lind,EMEA\nE9,Zoe Xu,EMEA\n');
file('known-path-same', 'number,name,unit\nE5,Dan Ek,Lumen > Support > EMEA\n');
file('known-moves-by-path', 'number,name,unit\nE5,Dan Ek,Sales > EMEA\n');

// ---- people who are known ------------------------------------------------------------------------
begin('known', 'known');
const full = 'number,name,email,unit,job,level,manager,starts,ends,end reason';
const ana = 'E1,Ana Duarte,ana@x.org,Sales,,,,2020-01-01,,', bo = 'E2,Bo Lind,bo@x.org,Sales,Seller,,E1,2021-01-01,,',
	cy = 'E3,Cy Wu,cy@x.org,Sales,,,,2021-01-01,2024-06-30,resigned', dan = 'E5,Dan Ek,dan@x.org,Support > EMEA,,L3,E2,2022-03-01,,',
	eve = 'E6,Eve Ito,eve@x.org,Support,,,E1,2023-01-01,2026-12-31,';
const again = (name, ...lines) => file(name, `${full}\n${lines.join('\n')}\n`);
again('the-same', ana, bo, cy, dan, eve);
again('one-missing', ana, bo, cy, eve);
again('all-missing', 'E9,Zoe Xu,zoe@x.org,Sales,,,,2026-01-01,,');
again('new-manager', ana, bo, cy, dan.replace(',E2,', ',E1,'), eve);
again('no-manager', ana, bo, cy, dan.replace(',E2,', ',,'), eve);
again('manager-unknown', ana, bo, cy, dan.replace(',E2,', ',E99,'), eve);
again('manager-left', ana, bo, cy, dan.replace(',E2,', ',E3,'), eve);
again('manager-outside', ana, bo.replace(',E1,', ',Board of Directors,'), cy, dan, eve);
again('manager-nobody', ana, bo, cy, dan.replace(',E2,', ',n/a,'), eve);
again('manager-row-refused', ana, bo.replace('Bo Lind', ''), cy, dan, eve);
again('manager-leaves', ana, bo.replace('2021-01-01,,', '2021-01-01,2026-10-31,resigned'), cy, dan, eve);
again('manager-two-of-a-name', ana, bo, cy, dan.replace(',E2,', ',Kim Lee,'), eve, 'E7,Kim Lee,,Sales,,,,,,', 'E8,Kim Lee,,Sales,,,,,,');
again('manager-missing-from-file', dan);
again('leaver', ana, bo, cy, dan.replace('2022-03-01,,', '2022-03-01,2026-11-20,resigned'), eve);
again('leaver-today', ana, bo, cy, dan.replace('2022-03-01,,', '2022-03-01,2026-11-24,'), eve);
again('leaver-to-come', ana, bo, cy, dan.replace('2022-03-01,,', '2022-03-01,2027-03-31,'), eve);
again('leaver-stays-after-all', ana, bo, cy, dan, eve.replace('2026-12-31', ''));
again('leaver-other-day', ana, bo, cy, dan, eve.replace('2026-12-31', '2027-01-31'));
again('rehire', ana, bo, cy.replace('2021-01-01,2024-06-30,resigned', '2026-11-01,,'), dan, eve);
again('rehire-to-come', ana, bo, cy.replace('2021-01-01,2024-06-30,resigned', '2027-01-01,,'), dan, eve);
again('rehire-two-rows', ana, bo, cy, cy.replace('2021-01-01,2024-06-30,resigned', '2026-11-01,,'), dan, eve);
again('rehire-two-rows-later-first', ana, bo, cy.replace('2021-01-01,2024-06-30,resigned', '2026-11-01,,'), cy, dan, eve);
again('rehire-new-number', ana, bo, 'E77,Cy Wu,cy@x.org,Sales,,,,2026-11-01,,', dan, eve);
again('rehire-new-number-married', ana, bo, 'E77,Cy Berg,cy@x.org,Sales,,,,2026-11-01,,', dan, eve);
again('rehire-mail-of-another', ana, bo, 'E77,Cyril Young,cy@x.org,Sales,,,,2026-11-01,,', dan, eve);
again('rehire-overlaps', ana, bo, cy, cy.replace('2021-01-01,2024-06-30,resigned', '2024-01-01,,'), dan, eve);
again('number-of-a-leaver-reused', ana, bo, 'E3,Zoe Xu,zoe@x.org,Sales,,,,2026-11-01,,', dan, eve);
again('number-of-a-leaver-no-mail', ana, bo, 'E3,Zoe Xu,,Sales,,,,2026-11-01,,', dan, eve);
again('number-of-somebody-here', ana, 'E2,Zoe Xu,zoe@x.org,Sales,Seller,,E1,2021-01-01,,', cy, dan, eve);
again('married', ana, bo.replace('Bo Lind', 'Bo Berg'), cy, dan, eve);
again('new-mail', ana, bo.replace('bo@', 'bo.lind@'), cy, dan, eve);
again('mail-swapped', ana.replace('ana@', 'bo@'), bo.replace('bo@', 'ana@'), cy, dan, eve);
again('mail-taken', ana, bo.replace('bo@', 'hr@'), cy, dan, eve);
again('mail-gone', ana, bo.replace('bo@x.org', ''), cy, dan, eve);
again('number-for-who-had-none', ana, bo, cy, dan, eve, 'E8,Hanna Roth,hr@x.org,,,,,2026-01-01,,');
again('number-by-case', ana.replace('E1', 'e1'), bo, cy, dan, eve);
again('twice', ana, ana, bo, cy, dan, eve);
again('twice-by-case', ana, ana.replace('E1', 'e1').replace('ana@', 'ana2@'), bo, cy, dan, eve);
again('mail-twice', ana, bo, cy, dan, eve, 'E9,Zoe Xu,ana@x.org,,,,,,,');
again('mail-twin', ana, bo, cy, dan, eve, 'E9,Zoe Xu,ANA@x.org,,,,,,,');
again('mail-bad', ana, bo, cy, dan, eve, 'E9,Zoe Xu,zoe at x,,,,,,,', 'E10,Al Ba,a@b,,,,,,,', 'E11,Al Bo,a..b@x.org,,,,,,,');
again('job-gone', ana, bo.replace('Seller', ''), cy, dan, eve);
again('job-other', ana, bo.replace('Seller', 'Head of Sales'), cy, dan, eve);
again('level-other', ana, bo, cy, dan.replace('L3', 'L4'), eve);
again('moved', ana, bo, cy, dan.replace('Support > EMEA', 'Sales > EMEA'), eve);
again('hired-earlier', ana.replace('2020-01-01', '2019-03-01'), bo, cy, dan, eve);
again('two-change-places', ana.replace(',,,,2020', ',,,E2,2020'), bo.replace(',E1,', ',,'), cy, dan, eve);
again('loop-with-known', ana.replace(',,,,2020', ',,,E5,2020'), bo, cy, dan, eve);
file('loop-through-somebody-missing', 'number,name,manager\nE1,Ana Duarte,E5\n');
file('few-columns', 'number,name\nE1,Ana Duarte\nE2,Bo Lind\n');
file('by-mail-only', 'email,name,unit\nana@x.org,Ana Duarte,Sales\nnew@x.org,Neu Nora,Sales\n');
file('manager-by-name-known', 'number,name,manager\nE9,Zoe Xu,Ana Duarte\n');
file('left-without-ends-column', 'number,name\nE3,Cy Wu\n');
