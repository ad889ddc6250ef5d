/*
 * people_headers.c: how HR systems call their columns, in English, German, French and Spanish, and
 * what is cheap in Italian, Dutch, Portuguese. Knows words only; no rows, no database.
 */
#include "people/people_mapping.h"

#include "base/text.h"

#include <string.h>

enum { SURE = 4, LIKELY = 3, MAYBE_SO = 2, HARDLY = 1 };

/* Folded, without anything but letters and digits; one line a field and how sure it makes us. */
static const struct {
	enum field_of in;
	int sure;
	const char *headers;
} known[] = {
	{ IN_NUMBER, SURE, " employeeid employeenumber employeeno employeenr employeecode empid empno"
	  " empnumber personnelnumber personnelno personnelid staffid staffnumber staffno workerid"
	  " personnumber personid payrollnumber payrollid personalnummer personalnr persnr pernr"
	  " mitarbeiternummer mitarbeiternr mitarbeiterid manr matricule nomatricule"
	  " numeromatricule numeroemploye numerodemploye idemploye numerosalarie idsalarie"
	  " numeroempleado numerodeempleado idempleado nempleado noempleado codigoempleado"
	  " codigodeempleado matricola personeelsnummer medewerkernummer matricula number"
	  " personalnummerhr associateid nmatricule nummatricule " },
	{ IN_NUMBER, LIKELY, " userid usersysid hrid legajo numero nummer numerodepersonal " },
	{ IN_NUMBER, HARDLY, " id nr no " },
	{ IN_NAME, SURE, " name fullname displayname employeename completename vollername"
	  " vollstandigername nameganz mitarbeitername anzeigename nomcomplet nometprenom"
	  " nomprenom prenomnom nomdelemploye nombrecompleto nombreyapellidos apellidosynombre"
	  " apellidosynombres nombreapellidos nomecompleto volledigenaam workername personname"
	  " lastnamefirstname firstnamelastname namevorname vornamename nachnamevorname"
	  " surnamefirstname legalfullname " },
	{ IN_NAME, LIKELY, " worker employee mitarbeiter mitarbeiterin empleado employe salarie"
	  " legalname collaborateur colaborador naam nom nombre nome person staffname " },
	{ IN_GIVEN, SURE, " given firstname firstnames givenname givennames forename forenames vorname"
	  " vornamen rufname prenom prenoms nombres nombredepila primernombre nomedebattesimo"
	  " voornaam primeironome legalfirstname " },
	{ IN_GIVEN, MAYBE_SO, " preferredfirstname preferredname first " },
	{ IN_FAMILY, SURE, " family lastname lastnames surname familyname nachname familienname zuname"
	  " nomdefamille nomfamille apellido apellidos primerapellido cognome achternaam sobrenome"
	  " apelido legallastname " },
	{ IN_FAMILY, MAYBE_SO, " last nomusuel nomdusage preferredlastname " },
	{ IN_EMAIL, SURE, " email mail emailaddress mailaddress workemail workemailaddress companyemail"
	  " businessemail businessemailaddress corporateemail officialemail emailwork"
	  " primaryworkemail emailid emailadresse mailadresse epost epostadresse dienstlicheemail"
	  " emaildienstlich emailgeschaftlich geschaftlicheemail emailpro emailprofessionnel"
	  " adresseemail adressemail adressedemessagerie courriel courrielprofessionnel"
	  " mailprofessionnel adresseelectronique correo correoelectronico correocorporativo"
	  " correoempresa emailcorporativo emailcorporatif indirizzoemail emailadres"
	  " emailaziendale correodetrabajo " },
	{ IN_EMAIL, MAYBE_SO, " username login upn userprincipalname benutzername " },
	{ IN_UNIT, SURE, " unit department departmentname dept deptname orgunit organisationunit"
	  " organizationunit organisationalunit organizationalunit orgunitname abteilung"
	  " abteilungsname orgeinheit organisationseinheit organisationseinheitname service"
	  " departement unite uniteorganisationnelle direction departamento unidad"
	  " unidadorganizativa area dipartimento reparto afdeling departamentonombre " },
	{ IN_UNIT, LIKELY, " team teamname division divisionname bereich equipe equipo pole"
	  " supervisoryorganization supervisoryorganisation organization organisation einheit " },
	{ IN_UNIT, MAYBE_SO, " businessunit group section gruppe sector seccion costcentername"
	  " costcentrename kostenstellenbezeichnung " },
	{ IN_UNIT_PATH, SURE, " unitpath orgpath organisationpath organizationpath departmentpath"
	  " orgunitpath organisationspfad organisationshierarchie abteilungspfad orghierarchy"
	  " departmenthierarchy organisationhierarchy organizationhierarchy cheminorganisation"
	  " cheminorganisationnel rutaorganizativa orgstructure orgstructurepath " },
	{ IN_JOB, SURE, " job jobtitle jobname position positiontitle businesstitle role funktion"
	  " stelle stellenbezeichnung berufsbezeichnung jobbezeichnung positionsbezeichnung"
	  " tatigkeit poste intituleposte intituledeposte intituledupo fonction emploi puesto"
	  " puestodetrabajo cargo posicion posizione mansione ruolo functie functietitel funcao"
	  " titredeposte intituleduposte posteoccupe denominaciondelpuesto " },
	{ IN_JOB, LIKELY, " jobprofile jobprofilename titulo jobrole jobdescription denominacion " },
	{ IN_JOB, HARDLY, " title titre " },
	{ IN_LEVEL, SURE, " level joblevel grade jobgrade paygrade careerlevel managementlevel band stufe"
	  " karrierestufe hierarchiestufe entgeltgruppe joblevelname niveau niveaudeposte echelon"
	  " nivel nivelprofesional categoriaprofesional livello schaal joblevelcode " },
	{ IN_LEVEL, MAYBE_SO, " rank seniority ebene classification categoria globalgrade " },
	{ IN_LOCATION, SURE, " location worklocation locationname office officelocation site worksite"
	  " standort arbeitsort dienstort arbeitsstatte einsatzort lieu lieudetravail localisation"
	  " etablissement ubicacion centrodetrabajo lugardetrabajo sede locatie vestiging"
	  " localizacao luogodilavoro standortname " },
	{ IN_LOCATION, MAYBE_SO, " city workcity ort stadt ville ciudad oficina " },
	{ IN_STARTS, SURE, " starts start joined hired startedon begin beginn dateofstart startdatum startdate hiredate hiredon hireday dateofhire hiringdate"
	  " dateofjoining joiningdate joindate employmentstartdate employmentstart eintritt"
	  " eintrittsdatum eintrittam datumeintritt beschaftigtseit einstellungsdatum"
	  " dateentree datedentree dateembauche datedembauche datedebut datedebutcontrat"
	  " datedarrivee fechaalta fechadealta fechaingreso fechadeingreso fechainicio"
	  " fechadeinicio fechadecontratacion fechacontratacion fechaincorporacion"
	  " fechadeincorporacion datadiassunzione dataassunzione datumindienst indienst"
	  " dataadmissao datadeadmissao lasthiredate mostrecenthiredate " },
	{ IN_STARTS, MAYBE_SO, " originalhiredate originalstartdate servicedate companyservicedate"
	  " continuousservicedate anciennete dateanciennete antiguedad fechaantiguedad"
	  " eintrittkonzern " },
	{ IN_ENDS, SURE, " ends end left enddatum leaving exit dateofleaving enddate leavingdate leavedate leavingday lastday lastdayofwork lastworkingday"
	  " lastworkingdate terminationdate dateoftermination exitdate separationdate"
	  " employmentenddate leaverdate austritt austrittsdatum austrittam datumaustritt"
	  " beschaftigungsende letzterarbeitstag datesortie datedesortie datedepart datededepart"
	  " datefin datefincontrat datedefindecontrat fechabaja fechadebaja fechasalida"
	  " fechadesalida fechafin fechacese fechadecese fechatermino datacessazione"
	  " datauscita uitdienst datumuitdienst datademissao datadesaida " },
	{ IN_END_REASON, SURE, " endreason leavingreason reasonforleaving terminationreason"
	  " reasonfortermination separationreason exitreason leaverreason austrittsgrund"
	  " kundigungsgrund grundaustritt motifdepart motifdedepart motifsortie motifdesortie"
	  " motifdefindecontrat motivobaja motivodebaja motivosalida motivodesalida motivocese"
	  " motivocessazione redenuitdienst " },
	{ IN_LANG, SURE, " lang language preferredlanguage userlanguage sprache korrespondenzsprache"
	  " langue languepreferee idioma idiomapreferido lingua taal correspondencelanguage " },
	{ IN_PHONE, SURE, " phone phonenumber workphone businessphone officephone telephone telephonenumber"
	  " telefon telefonnummer telefonnr diensttelefon telefondienstlich telefono"
	  " telefonotrabajo telephonepro telephoneprofessionnel telefoon telefone tel " },
	{ IN_PHONE, MAYBE_SO, " mobile mobilephone workmobile mobil handy diensthandy portable movil"
	  " cellphone gsm extension " },
	{ IN_GENDER, SURE, " gender sex geschlecht sexe genre sexo genero genere geslacht sesso " },
	{ IN_BIRTH_DAY, SURE, " birthday birthdate dateofbirth dob geburtsdatum geburtstag gebdatum"
	  " datenaissance datedenaissance fechanacimiento fechadenacimiento datadinascita"
	  " geboortedatum datanascimento datadenascimento born " },
};

/* A header about somebody's manager: every word must be one of these. */
static const char manager_words[] =
	" manager managers supervisor supervisors superior vorgesetzter vorgesetzte vorgesetzten"
	" vorgesetztenummer fuhrungskraft responsable superieur chef chefin jefe leidinggevende boss"
	" managerid managername manageremail manageremployeeid supervisorid supervisorname"
	" supervisoremail gestor responsabile n1 reportsto reports berichtet ";
static const char manager_fill[] =
	" to an line direct directs directe directo disziplinarischer disziplinarische of the s de del"
	" du la le l der des die hierarchique inmediato hierarchischer reporting solid employee"
	" people primary current worker ihr sein 1 n r in innen ";
static const char manager_number[] =
	" id no nr number nummer numero code key codigo matricule personalnummer personalnr pernr"
	" persnr managerid manageremployeeid supervisorid vorgesetztenummer mitarbeiternummer"
	" empid employeeid ";
static const char manager_mail[] =
	" e mail email correo courriel address adresse electronico manageremail supervisoremail ";
static const char manager_name[] = " name full nom nombre complete complet completo ";

static bool
among(const char *words, const char *word, size_t n)
{
	for (const char *at = words; (at = strchr(at, ' ')) != NULL && at[1] != '\0'; at++)
		if (strncmp(at + 1, word, n) == 0 && at[1 + n] == ' ')
			return true;
	return false;
}

/* Folded; every run of anything but letters and digits is one blank; "firstName" is two words. */
static char *
plain_words(struct arena *a, const char *header)
{
	struct out split;
	char *folded;

	out_init(&split, a);
	put(&split, "");
	for (const char *c = header; *c != '\0'; c++) {
		if (c > header && *c >= 'A' && *c <= 'Z' && c[-1] >= 'a' && c[-1] <= 'z')
			put_char(&split, ' ');
		put_char(&split, *c);
	}
	folded = text_fold(a, split.at);
	for (char *sign; (sign = strstr(folded, "\xc2\xb0")) != NULL;)
		sign[0] = sign[1] = ' ';
	for (char *c = folded; *c != '\0'; c++)
		if (!(*c >= 'a' && *c <= 'z') && !(*c >= '0' && *c <= '9') && !(*c & 0x80))
			*c = ' ';
	return folded;
}

static char *
together(struct arena *a, const char *words)
{
#ifdef PLANT
	char close[24], *to = close;
#else
	char *close = arena_take(a, strlen(words) + 1), *to = close;
#endif

	for (; *words != '\0'; words++)
		if (*words != ' ')
			*to++ = *words;
	*to = '\0';
	return arena_copy(a, close);
}

/* By number before by e-mail before by name; 0 when the header is not about a manager. */
static int
manager_sure(const char *words)
{
	bool manager = false, number = false, mail = false, name = false;

	for (size_t n; words += strspn(words, " "), *words != '\0'; words += n) {
		n = strcspn(words, " ");
		manager |= among(manager_words, words, n);
		number |= among(manager_number, words, n);
		mail |= among(manager_mail, words, n);
		name |= among(manager_name, words, n);
		if (!among(manager_words, words, n) && !among(manager_fill, words, n) &&
		    !among(manager_number, words, n) && !among(manager_mail, words, n) &&
		    !among(manager_name, words, n))
			return 0;
	}
	return !manager ? 0 : number ? SURE : mail ? LIKELY : name ? MAYBE_SO : LIKELY;
}

enum field_of
field_guess(struct arena *a, const char *header, int *sure)
{
	const char *words = plain_words(a, header), *close = together(a, words);
	size_t n = strlen(close);

	*sure = strcmp(close, "n1") == 0 ? LIKELY : manager_sure(words);
	if (*sure > 0)
		return IN_MANAGER;
	for (size_t i = 0; n > 0 && i < COUNT(known); i++)
		if (among(known[i].headers, close, n)) {
			*sure = known[i].sure;
			return known[i].in;
		}
	/* "Employee First Name", "Worker: Department" */
	for (size_t skip = strcspn(words, " "); words[skip] == ' '; ) {
		static const char owners[] =
		    " employee employees worker staff person mitarbeiter empleado employe salarie ";

		if (!among(owners, words, skip) || words[skip + 1] == '\0')
			break;
		return field_guess(a, words + skip + 1, sure);
	}
	return IN_NOTHING;
}
