/* people_mapping_test.c: what columns hold, in the words of HR systems. */
#include "base/test.h"
#include "people/people_mapping.h"

#include <string.h>

/* A header row and what each of its columns should be taken for. */
static const struct {
	const char *words, *header, *fields;
} headers[] = {
	{ "our own words", "number,name,email,manager,unit,job,level,location,starts,ends",
	  "number,name,email,manager,unit,job,level,location,starts,ends" },
	{ "English", "Employee ID,First Name,Last Name,Work Email,Manager ID,Department,Job Title,"
	  "Grade,Location,Hire Date,Termination Date,Termination Reason,Gender,Date of Birth",
	  "number,given,family,email,manager,unit,job,level,location,starts,ends,end-reason,gender,birth-day" },
	{ "German", "Personalnummer,Nachname,Vorname,E-Mail,Vorgesetzter,Abteilung,Funktion,Stufe,"
	  "Standort,Eintrittsdatum,Austrittsdatum,Austrittsgrund,Geschlecht,Geburtsdatum",
	  "number,family,given,email,manager,unit,job,level,location,starts,ends,end-reason,gender,birth-day" },
	{ "German with Name for the family", "Pers.-Nr.,Name,Vorname,E-Mail-Adresse",
	  "number,family,given,email" },
	{ "French", "Matricule,Nom,Prénom,Courriel,Responsable hiérarchique,Service,Poste,Niveau,"
	  "Lieu de travail,Date d'entrée,Date de sortie,Motif de départ,Sexe,Date de naissance",
	  "number,family,given,email,manager,unit,job,level,location,starts,ends,end-reason,gender,birth-day" },
	{ "Spanish", "Número de empleado,Nombre,Apellidos,Correo electrónico,Jefe,Departamento,"
	  "Puesto,Nivel,Ubicación,Fecha de alta,Fecha de baja,Motivo de baja,Género,Fecha de nacimiento",
	  "number,given,family,email,manager,unit,job,level,location,starts,ends,end-reason,gender,birth-day" },
	{ "one column of names", "ID,Worker,Email,Reports To", "number,name,email,manager" },
	{ "a manager in three columns goes by number", "Employee ID,Name,Manager Name,Manager Email,Manager Employee ID",
	  "number,name,,,manager" },
	{ "what is about a manager but names none", "Employee ID,Name,Manager Job Title,Is Manager,Manager Since",
	  "number,name,,," },
	{ "what nobody needs", "Employee ID,Salary,IBAN,Name,Cost Centre,Status,Nationality,Emergency Contact Phone",
	  "number,,,name,,,," },
	{ "the surer of two", "ID,Employee Number,Full Name,Title,Job Title,Mobile,Work Phone",
	  ",number,name,,job,,phone" },
	{ "a full name beside half of one", "Legajo,Nombre completo,Apellidos", "number,name," },
	{ "capitals and camels", "EMPLOYEE_ID,firstName,lastName,emailAddress,hireDate,orgUnit",
	  "number,given,family,email,starts,unit" },
	{ "an owner in front", "Employee First Name,Employee Last Name,Employee Number,Worker: Department",
	  "given,family,number,unit" },
	{ "a path of units", "Nr,Name,Org Path,Team", "number,name,unit-path,unit" },
	{ "empty headers", "Number,,Name,", "number,,name," },
};

static void
propose(struct mapping *m, struct arena *a, const char *header)
{
	struct csv c;
	struct csv_row row;

	csv_open(&c, a, (struct blob){ header, strlen(header) });
	YES(csv_next(&c, &row));
	mapping_propose(m, a, &row);
}

static const char *
fields(const struct mapping *m, struct arena *a)
{
	struct out o;

	out_init(&o, a);
	for (int i = 0; i < m->n; i++) {
		put(&o, i > 0 ? "," : "");
		put(&o, field_word(m->in[i]));
	}
	return o.at;
}

TEST("columns are recognized by their headers, in four languages")
{
	for (size_t i = 0; i < COUNT(headers); i++) {
		struct arena *a = arena_new();
		struct mapping m;

		SAY(headers[i].words);
		propose(&m, a, headers[i].header);
		SAME(fields(&m, a), headers[i].fields);
		arena_free(a);
	}
}

TEST("a mapping is changed by COLUMN=field, and kept")
{
	struct arena *a = arena_new();
	struct mapping m, again;

	propose(&m, a, "ID,Name,Mail,Box=1,Boss");
	YES(mapping_set(&m, a, "boss=") == NULL);
	YES(mapping_set(&m, a, "Box=1=unit path") == NULL);
	YES(mapping_set(&m, a, "Mail=number") == NULL);
	SAME(fields(&m, a), ",name,number,unit-path,");
	SAME(mapping_set(&m, a, "Nothing=name"), "column_unknown");
	SAME(mapping_set(&m, a, "ID=shoe size"), "field_unknown");
	SAME(mapping_set(&m, a, "ID"), "mapping_form");
	m.dates = DATES_MDY;
	propose(&again, a, "ID,Name,Mail,Box=1,Boss");
	YES(mapping_read(&again, a, mapping_text(&m, a)));
	SAME(fields(&again, a), ",name,number,unit-path,");
	EQ(again.dates, DATES_MDY);
	propose(&again, a, "ID,Name");
	NO(mapping_read(&again, a, mapping_text(&m, a)));
	arena_free(a);
}

TEST("people need a number or an e-mail, and a name")
{
	struct arena *a = arena_new();
	struct mapping m;

	propose(&m, a, "Department,Name");
	SAME(mapping_lack(&m), "no_number");
	propose(&m, a, "Employee ID,Department");
	SAME(mapping_lack(&m), "no_name");
	propose(&m, a, "E-mail,Surname");
	YES(mapping_lack(&m) == NULL);
	arena_free(a);
}
