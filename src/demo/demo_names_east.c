/* demo_names_east.c: names with scripts of their own, Latin form first. Nothing else. */
#include "demo/demo_names.h"

const struct culture demo_cultures_east[] = {
	{ "zh",
	    "Xiuying|秀英,Wei|伟,Fang|芳,Jianguo|建国,Min|敏,Haoran|浩然,Jing|静,Zihan|子涵,Lihua|丽华,"
	    "Yichen|奕辰,Meiling|美玲,Guoqiang|国强,Xiaoyan|晓燕,Junjie|俊杰,Yuxin|雨欣,Zhiyuan|志远,"
	    "Qing|青,Tianyu|天宇,Ruolan|若兰,Pengfei|鹏飞",
	    "Li|李,Wang|王,Zhang|张,Liu|刘,Chen|陈,Yang|杨,Huang|黄,Zhao|赵,Wu|吴,Zhou|周,Xu|徐,Sun|孙,"
	    "Ma|马,Zhu|朱,Hu|胡,Guo|郭,He|何,Gao|高,Lin|林,Luo|罗,Zheng|郑,Liang|梁,Xie|谢,Song|宋", true },
	{ "ja",
	    "Haruka|遥,Shōta|翔太,Yui|結衣,Kenji|健二,Sakura|桜,Daisuke|大輔,Aoi|葵,Takumi|匠,Misaki|美咲,"
	    "Ryō|亮,Naoko|直子,Hiroshi|浩,Ayaka|彩花,Kōji|浩二,Mio|澪,Tetsuya|哲也,Chihiro|千尋,Yūto|悠斗,"
	    "Emi|絵美,Kazuki|和樹",
	    "Satō|佐藤,Suzuki|鈴木,Takahashi|高橋,Tanaka|田中,Itō|伊藤,Watanabe|渡辺,Yamamoto|山本,"
	    "Nakamura|中村,Kobayashi|小林,Katō|加藤,Yoshida|吉田,Yamada|山田,Sasaki|佐々木,Matsumoto|松本,"
	    "Inoue|井上,Kimura|木村,Hayashi|林,Shimizu|清水,Mori|森,Abe|阿部,Ikeda|池田,Hashimoto|橋本,"
	    "Ishikawa|石川,Ogawa|小川", true },
	{ "ko",
	    "Seo-yeon|서연,Min-jun|민준,Ji-woo|지우,Do-yun|도윤,Ha-eun|하은,Ye-jun|예준,Soo-ah|수아,"
	    "Hyun-woo|현우,Eun-ji|은지,Sung-min|성민,Yu-na|유나,Jae-hyun|재현,Da-hye|다혜,Tae-yang|태양,"
	    "Na-rae|나래,Kyung-soo|경수,Bo-ra|보라,Dong-hyun|동현,Mi-sun|미선,Joon-ho|준호",
	    "Kim|김,Lee|이,Park|박,Choi|최,Jung|정,Kang|강,Cho|조,Yoon|윤,Jang|장,Lim|임,Han|한,Oh|오,Seo|서,"
	    "Shin|신,Kwon|권,Hwang|황,Ahn|안,Song|송,Ryu|류,Hong|홍,Jeon|전,Ko|고,Moon|문,Bae|배", true },
	{ "ar",
	    "Layla|ليلى,Muhammad|محمد,Fatima|فاطمة,Omar|عمر,Noor|نور,Khalid|خالد,Amira|أميرة,Yusuf|يوسف,"
	    "Salma|سلمى,Tariq|طارق,Huda|هدى,Karim|كريم,Rania|رانيا,Bilal|بلال,Zaynab|زينب,Hasan|حسن,"
	    "Maryam|مريم,Samir|سمير,Dalia|داليا,Walid|وليد",
	    "Haddad|حداد,Mansour|منصور,Al-Masri|المصري,Khoury|خوري,Nasser|ناصر,Saleh|صالح,Farouk|فاروق,"
	    "Hamdan|حمدان,Aziz|عزيز,Rahman|رحمن,Darwish|درويش,Qasim|قاسم,Sabbagh|صباغ,Najjar|نجار,Shami|شامي,"
	    "Bakr|بكر,Zaki|زكي,Hariri|حريري,Attar|عطار,Jaber|جابر,Murad|مراد,Suleiman|سليمان,Barakat|بركات,"
	    "Tamimi|تميمي", false },
	{ "hi",
	    "Ananya|अनन्या,Rohan|रोहन,Priya|प्रिया,Arjun|अर्जुन,Kavita|कविता,Vikram|विक्रम,Meera|मीरा,"
	    "Aditya|आदित्य,Lakshmi|लक्ष्मी,Sanjay|संजय,Divya|दिव्या,Rahul|राहुल,Nandini|नंदिनी,Karthik|कार्तिक,"
	    "Pooja|पूजा,Manish|मनीष,Shreya|श्रेया,Nikhil|निखिल,Radhika|राधिका,Suresh|सुरेश",
	    "Sharma|शर्मा,Patel|पटेल,Iyer|अय्यर,Gupta|गुप्ता,Reddy|रेड्डी,Nair|नायर,Singh|सिंह,Mehta|मेहता,"
	    "Joshi|जोशी,Kulkarni|कुलकर्णी,Banerjee|बनर्जी,Chatterjee|चटर्जी,Desai|देसाई,Kapoor|कपूर,"
	    "Malhotra|मल्होत्रा,Verma|वर्मा,Bhat|भट,Menon|मेनन,Rao|राव,Pillai|पिल्लै,Saxena|सक्सेना,"
	    "Trivedi|त्रिवेदी,Mukherjee|मुखर्जी,Chaudhary|चौधरी", false },
	{ "el",
	    "Eleni|Ελένη,Giorgos|Γιώργος,Katerina|Κατερίνα,Dimitris|Δημήτρης,Ioanna|Ιωάννα,Nikos|Νίκος,"
	    "Despina|Δέσποινα,Yannis|Γιάννης,Vasiliki|Βασιλική,Kostas|Κώστας,Anthi|Ανθή,Stavros|Σταύρος,"
	    "Chrysa|Χρύσα,Petros|Πέτρος,Foteini|Φωτεινή,Alexandros|Αλέξανδρος,Zoe|Ζωή,Thanasis|Θανάσης,"
	    "Irini|Ειρήνη,Spyros|Σπύρος",
	    "Papadopoulou|Παπαδοπούλου,Georgiou|Γεωργίου,Nikolaidou|Νικολαΐδου,Karagiannis|Καραγιάννης,"
	    "Vlachou|Βλάχου,Ioannidis|Ιωαννίδης,Makri|Μακρή,Oikonomou|Οικονόμου,Samara|Σαμαρά,"
	    "Theodorou|Θεοδώρου,Angelopoulou|Αγγελοπούλου,Christou|Χρήστου,Konstantinou|Κωνσταντίνου,"
	    "Zervas|Ζέρβας,Mavrou|Μαύρου,Stathopoulos|Σταθόπουλος,Alexiou|Αλεξίου,Kokkinos|Κόκκινος,"
	    "Petridou|Πετρίδου,Galanis|Γαλάνης,Rapti|Ράπτη,Lekkas|Λέκκας,Douka|Δούκα,Tsakiris|Τσακίρης",
	    false, true },
	{ "uk",
	    "Oksana|Оксана,Andrii|Андрій,Iryna|Ірина,Bohdan|Богдан,Yaroslava|Ярослава,Mykola|Микола,"
	    "Solomiia|Соломія,Taras|Тарас,Nadiia|Надія,Oleksandr|Олександр,Larysa|Лариса,Vasyl|Василь,"
	    "Svitlana|Світлана,Dmytro|Дмитро,Kateryna|Катерина,Ihor|Ігор,Halyna|Галина,Serhii|Сергій,"
	    "Liudmyla|Людмила,Roman|Роман",
	    "Shevchenko|Шевченко,Kovalenko|Коваленко,Bondarenko|Бондаренко,Tkachenko|Ткаченко,"
	    "Melnyk|Мельник,Kravets|Кравець,Oliynyk|Олійник,Lysenko|Лисенко,Rudenko|Руденко,"
	    "Savchenko|Савченко,Petrenko|Петренко,Marchenko|Марченко,Hrytsenko|Гриценко,Moroz|Мороз,"
	    "Pavlenko|Павленко,Koval|Коваль,Zinchenko|Зінченко,Didenko|Діденко,Yurchenko|Юрченко,"
	    "Honchar|Гончар,Panchenko|Панченко,Havrylenko|Гавриленко,Sydorenko|Сидоренко,Vovk|Вовк", false },
	{ "he",
	    "Tamar|תמר,Eitan|איתן,Shira|שירה,Noam|נועם,Yael|יעל,Uri|אורי,Michal|מיכל,Amit|עמית,Hadas|הדס,"
	    "Gilad|גלעד,Orit|אורית,Yonatan|יונתן,Rivka|רבקה,Boaz|בועז,Noga|נוגה,Elad|אלעד,Tali|טלי,Asaf|אסף,"
	    "Ronit|רונית,Nadav|נדב",
	    "Cohen|כהן,Levi|לוי,Mizrahi|מזרחי,Peretz|פרץ,Biton|ביטון,Friedman|פרידמן,Avraham|אברהם,"
	    "Katz|כץ,Azoulay|אזולאי,Shapira|שפירא,Ben-David|בן דוד,Rosenberg|רוזנברג,Malka|מלכה,Gabay|גבאי,"
	    "Segal|סגל,Hadad|חדד,Amar|עמר,Golan|גולן,Vaknin|וקנין,Ohayon|אוחיון,Barak|ברק,Stern|שטרן,"
	    "Eliyahu|אליהו,Yosef|יוסף", false },
};
const size_t demo_cultures_east_n = COUNT(demo_cultures_east);
