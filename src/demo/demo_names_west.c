/* demo_names_west.c: names written in Latin letters. Nothing else. */
#include "demo/demo_names.h"

const struct culture demo_cultures_west[] = {
	{ "pt",
	    "Ana,João,Inês,Tiago,Mariana,Rui,Beatriz,Gonçalo,Catarina,Nuno,Leonor,Diogo,Joana,Vasco,"
	    "Madalena,Duarte,Teresa,Afonso,Matilde,Bernardo",
	    "Duarte,Silva,Ferreira,Gonçalves,Conceição,Magalhães,Pereira,Carvalho,Teixeira,Brandão,"
	    "Fonseca,Azevedo,Marques,Figueiredo,Pinheiro,Guimarães,Vasconcelos,Leitão,Barbosa,"
	    "Monteiro,Simões,Queirós,Tavares,Antunes", false },
	{ "es",
	    "Lucía,Álvaro,Carmen,Iñigo,Ximena,Joaquín,Pilar,Andrés,Marisol,Rubén,Itziar,Sergio,"
	    "Consuelo,Gonzalo,Nieves,Héctor,Rocío,Ramón,Paloma,Ignacio",
	    "García,Núñez,Ibáñez,Muñoz,Hernández,Castaño,Zabala,Ortega,Peña,Villanueva,Montoya,Rubio,"
	    "Echeverría,Salazar,Márquez,Cifuentes,Aguirre,Benítez,Quintana,Robles,Lozano,Cárdenas,"
	    "Zúñiga,Bustamante", false },
	{ "fr",
	    "Chloé,Thibault,Amélie,François,Maëlle,Benoît,Océane,Loïc,Solène,Rémi,Élodie,Guillaume,"
	    "Anaïs,Cédric,Margaux,Étienne,Clémence,Mathis,Héloïse,Gaël",
	    "Lefèvre,Dubois,Moreau,Bérenger,Chevalier,Gauthier,Leclerc,Rousseau,Besnard,Marchand,"
	    "Delacroix,Perrin,Guérin,Lemoine,Charpentier,Vasseur,Hébert,Poirier,Renaud,Baudouin,"
	    "Lacombe,Picard,Tessier,Colin", false },
	{ "de",
	    "Annika,Jürgen,Katharina,Matthias,Friederike,Björn,Ulrike,Stefan,Greta,Torsten,Antje,"
	    "Rüdiger,Svenja,Holger,Liesel,Jörg,Heike,Dietmar,Wiebke,Götz",
	    "Müller,Weiß,Schäfer,Krüger,Böhm,Vogel,Großmann,Lindner,Kühn,Hoffmann,Zimmermann,Brandt,"
	    "Jäger,Keller,Seidel,Pfeiffer,Röder,Hartwig,Lehmann,Kaiser,Albrecht,Ziegler,Thiele,Busch",
	    false },
	{ "en",
	    "Grace,Oliver,Hannah,Callum,Imogen,Rupert,Beth,Dylan,Megan,Tobias,Freya,Harvey,Alice,"
	    "Duncan,Rosalind,Elliot,Phoebe,Gareth,Tamsin,Wesley",
	    "Hartley,Whitfield,Ashworth,Pembroke,Thornton,Bradshaw,Caldwell,Winslow,Fletcher,Holloway,"
	    "Sinclair,Barlow,Kingsley,Merriman,Prescott,Rowntree,Stanhope,Underhill,Wycliffe,Langford,"
	    "Mercer,Tolliver,Abernathy,Goodwin", false },
	{ "ga",
	    "Aoife,Cillian,Niamh,Oisín,Saoirse,Pádraig,Gráinne,Tadhg,Caoimhe,Ruairí,Róisín,Fionn,"
	    "Sinéad,Eoghan,Orla,Diarmuid,Clodagh,Séamus,Muireann,Lorcán",
	    "O'Brien,Ní Bhriain,Murphy,Ó Conaill,Byrne,Gallagher,O'Sullivan,Kavanagh,Nolan,Doherty,"
	    "McCarthy,Fitzgerald,Brennan,Daly,Ó Briain,Tierney,Quinlan,Mac Giolla,Hennessy,Devlin,"
	    "Lynch,Sweeney,Cullen,Rafferty", false },
	{ "it",
	    "Chiara,Matteo,Giulia,Niccolò,Alessia,Lorenzo,Federica,Davide,Ilaria,Giacomo,Serena,Pietro,"
	    "Ludovica,Emanuele,Valentina,Riccardo,Noemi,Simone,Bianca,Edoardo",
	    "Rossi,Ferrari,Esposito,Bianchi,Colombo,D'Angelo,Moretti,Lombardi,Barbieri,Fontana,"
	    "Santoro,Marchetti,Caruso,Gentile,De Luca,Pellegrini,Sorrentino,Vitale,Fabbri,Basile,"
	    "Montanari,Ruggiero,Grasso,Zanetti", false },
	{ "nl",
	    "Femke,Joost,Sanne,Pieter,Lotte,Bram,Maaike,Jeroen,Fleur,Ruben,Anouk,Thijs,Roos,Wouter,"
	    "Jolien,Koen,Marijke,Sjoerd,Willemijn,Maarten",
	    "de Vries,van Dijk,Bakker,Visser,van den Berg,Smit,Meijer,Mulder,de Boer,Bos,van Leeuwen,"
	    "Dekker,Brouwer,Hendriks,Dijkstra,Kuipers,Schouten,Veenstra,van der Meer,Willems,"
	    "Hoekstra,Postma,Verhoeven,Kok", false },
	{ "sv",
	    "Åsa,Håkan,Linnéa,Göran,Ebba,Mårten,Elsa,Folke,Frida,Sören,Maja,Per-Olof,Tuva,Anders,"
	    "Klara,Joakim,Saga,Lennart,Märta,Viktor",
	    "Åkesson,Lindqvist,Öberg,Sjöberg,Nyström,Bergström,Hedlund,Ekström,Forsberg,Wallin,"
	    "Holmgren,Söderlund,Nordin,Blomqvist,Hägglund,Sandström,Engdahl,Ljungberg,Åström,"
	    "Löfgren,Dahlberg,Fransson,Rosén,Strand", false },
	{ "da",
	    "Signe,Rasmus,Karoline,Søren,Mathilde,Mikkel,Astrid,Jørgen,Ida,Asger,Kirstine,Frederik,"
	    "Maren,Bjarne,Freja,Niels,Gry,Troels,Sidsel,Kjeld",
	    "Sørensen,Mølgaard,Kjær,Nørgaard,Thomsen,Østergaard,Bech,Lauritsen,Ravn,Skovgaard,"
	    "Frandsen,Clausen,Højgaard,Vestergaard,Bruun,Dalsgaard,Munk,Toft,Krogh,Lindholm,Bisgaard,"
	    "Winther,Juhl,Kruse", false },
	{ "fi",
	    "Aino,Väinö,Päivi,Jukka,Sanni,Mikko,Helmi,Eero,Tuulikki,Antti,Kaisa,Juhani,Venla,Olli,"
	    "Riikka,Pekka,Outi,Tapio,Anneli,Sampo",
	    "Virtanen,Mäkinen,Nieminen,Hämäläinen,Koskinen,Järvinen,Heikkilä,Laine,Räsänen,Saarinen,"
	    "Kärkkäinen,Lehtonen,Tuominen,Salmela,Pitkänen,Väisänen,Rautio,Kinnunen,Ahonen,Peltola,"
	    "Karjalainen,Toivonen,Hakala,Ylönen", false },
	{ "pl",
	    "Agnieszka,Łukasz,Małgorzata,Paweł,Zofia,Michał,Bożena,Wojciech,Kinga,Zbigniew,Żaneta,"
	    "Stanisław,Grażyna,Bartosz,Jagoda,Krzysztof,Elżbieta,Sławomir,Wiesława,Mieszko",
	    "Kowalska,Wiśniewski,Zielińska,Dąbrowski,Szymańska,Jabłoński,Górska,Gajewski,Wójcik,Woźniak,"
	    "Źródłowska,Błaszczyk,Sikora,Baran,Duda,Szewczyk,Mróz,Pawlak,Walczak,Sobczak,Kaczmarek,Mazurek,"
	    "Krawczyk,Ślusarczyk", false, true },
	{ "cs",
	    "Šárka,Ondřej,Zdeňka,Jiří,Ludmila,Radek,Božena,Vojtěch,Květa,Zdeněk,Hedvika,Matěj,"
	    "Kateřina,Bohumil,Alžběta,Štěpán,Jarmila,Přemysl,Markéta,Dalibor",
	    "Nováková,Dvořák,Černá,Procházka,Kučerová,Veselý,Horáková,Němec,Pospíšilová,Hájek,Jelínková,"
	    "Růžička,Benešová,Fiala,Sedláčková,Doležal,Zemanová,Kolář,Vaňková,Šimek,Křížová,Blažek,Tůmová,Říha",
	    false, true },
	{ "hu",
	    "Zsófia,Gergő,Ágnes,Bálint,Réka,László,Eszter,Zoltán,Ildikó,Győző,Kinga,Attila,Orsolya,"
	    "Csaba,Borbála,Ödön,Tünde,Szabolcs,Dóra,Levente",
	    "Nagy,Szabó,Tóth,Horváth,Kovács,Kiss,Németh,Farkas,Balogh,Lakatos,Mészáros,Takács,"
	    "Juhász,Szűcs,Fekete,Gulyás,Somogyi,Bodnár,Halász,Kertész,Pintér,Vörös,Fodor,Bíró", false },
	{ "ro",
	    "Ioana,Mihai,Ștefania,Răzvan,Crina,Dragoș,Ilinca,Bogdan,Ruxandra,Costin,Sânziana,"
	    "Gheorghe,Anca,Vlad,Mălina,Tudor,Oana,Cătălin,Luminița,Horia",
	    "Popescu,Ionescu,Dumitrescu,Țepeș,Munteanu,Stănescu,Constantin,Rădulescu,Șerban,Lupu,"
	    "Moldovan,Ciobanu,Văcărescu,Bălan,Neagu,Olteanu,Cojocaru,Manole,Zamfir,Dinu,Enache,"
	    "Grigorescu,Petrescu,Toma", false },
	{ "tr",
	    "Ayşe,İbrahim,Zeynep,Mehmet,Elif,Çağlar,Gülşen,Özgür,Işıl,Kağan,Şebnem,Tolga,Nurhan,"
	    "Emre,Ebru,Uğur,Sibel,Hakkı,Ceren,Barış",
	    "Yılmaz,Öztürk,Şahin,Çelik,Kaya,Aydın,Doğan,Arslan,Koç,Kılıç,Güneş,Erdoğan,Yıldız,"
	    "Aksoy,Bozkurt,Tekin,Uysal,Özdemir,Çakır,Korkmaz,Işık,Sarı,Toprak,Ünal", false },
	{ "is",
	    "Guðrún,Sigurður,Þóra,Ólafur,Hildur,Jökull,Ragnheiður,Þorsteinn,Birna,Kári,Sólveig,"
	    "Gunnar,Steinunn,Ægir,Halla,Snorri,Ásdís,Bjarki,Védís,Hallgrímur",
	    "Jónsdóttir,Guðmundsson,Sigurðardóttir,Einarsson,Þórsdóttir,Magnússon,Ólafsdóttir,"
	    "Stefánsson,Kristjánsdóttir,Björnsson,Helgadóttir,Árnason,Pálsdóttir,Ragnarsson,"
	    "Hauksdóttir,Eiríksson,Arnardóttir,Karlsson,Baldursdóttir,Ásgeirsson,Finnsdóttir,"
	    "Þorvaldsson,Gísladóttir,Hrafnsson", false, true },
	{ "vi",
	    "Thị Hương,Văn Minh,Ngọc Lan,Quốc Bảo,Thanh Thảo,Đức Anh,Mỹ Linh,Hữu Phước,Kim Ngân,"
	    "Tuấn Kiệt,Phương Mai,Xuân Trường,Bích Ngọc,Đình Khôi,Thu Hà,Trọng Nghĩa,Diễm My,"
	    "Công Vinh,Khánh Vy,Gia Huy",
	    "Nguyễn,Trần,Lê,Phạm,Hoàng,Vũ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Trịnh,Mai,Lương,Phan,"
	    "Tạ,Châu,Quách,Tô,Võ,Huỳnh", false },
	{ "yo",
	    "Folasade,Adébáyò,Yetunde,Olúwaseun,Temitope,Babajide,Abiola,Kayode,Omolara,Femi,Ngozi,"
	    "Chukwuemeka,Adaeze,Obinna,Ifeoma,Ikenna,Bọ́láńlé,Túndé,Amarachi,Kelechi",
	    "Adéyẹmí,Okonkwo,Okafor,Ogunleye,Balogun,Eze,Nwosu,Adebayo,Afolabi,Chukwu,Ọláyínká,Bello,"
	    "Ojo,Akinwale,Uzoma,Ibekwe,Onyeka,Adewale,Oyelaran,Umeh,Achebe,Fashola,Idowu,Soyinka", false },
	{ "sw",
	    "Wanjiru,Kipchoge,Achieng,Mwangi,Nyambura,Otieno,Zawadi,Baraka,Makena,Juma,Amani,Kamau,"
	    "Neema,Wekesa,Subira,Odhiambo,Halima,Kiprono,Akinyi,Mutua",
	    "Kimani,Ochieng,Njoroge,Wairimu,Karanja,Onyango,Cheruiyot,Muthoni,Kariuki,Omondi,Wafula,"
	    "Kibet,Gathoni,Mwamba,Ndungu,Barasa,Koech,Mbugua,Simiyu,Were,Macharia,Nyaga,Mugo,Tanui",
	    false },
};
const size_t demo_cultures_west_n = COUNT(demo_cultures_west);
