"""Two hundred names as people of a track have them, for tests that look for a name left behind."""

from __future__ import annotations

_FLEMISH = """
Katrien De Smet|Jan Peeters|Lieve Bos|Els Van den Bossche|Griet Vandenbroucke|Koen D'Hondt
Hilde Maes|Pieter-Jan Claes|Annelies De Clercq|Wouter Van Damme|Sofie Mertens|Bart Goossens
Veerle Wouters|Tom De Backer|Lien Hermans|Jef Van Dyck|Mieke Verhaegen|Dirk Aerts|Ilse Coppens
Luc De Vos|Nele Willems|Stijn Desmet|Greet Lambrecht|Joris Van Hove|Liesbet Thijs|Marc Jacobs
Tine Segers|Guy Bogaerts|Hanne Michiels|Rik Cools|Kaat Dewulf|Frank Baert|Eva Pauwels|Jo Leys
Leen De Groote|Wim Verlinden|An Stevens|Bo Janssens|Ann-Sophie Dierckx|Marie-Louise Vanneste
Céline Lefèvre|André Dupont|Zoë Bruyneel|Loïc Vermeersch|Noémie Roels|Thérèse Ghysels
Roos Zomer|Merel Koning|Rein De Wit|Bloem Storms
"""
_MAGHREB = """
Mohamed El Amrani|Fatima Ben Ali|Youssef Bouzid|Naïma Ouali|Samir Aït-Lahcen|Khadija El Idrissi
Abdelkader Zerouali|M'hamed Belkacem|Nadia Chaouch|Hassan Oulad|Soumaya Tazi|Rachid Benhaddou
Meryem Lahlou|Ilias El Khattabi|Zineb Saïdi|Karim Haddouchi|Latifa Amrani|Bilal Ouazzani
Hafsa El Fassi|Omar Bensalem|Aïcha Boukhriss|Driss El Ghazi|Imane Mansouri|Tarik Ziani
Abd el-Karim Jebli|Yasmina Touhami|Nordine Chakir|Salima Rahmouni|Anas Belhaj|Ikram Daoudi
"""
_TURKISH = """
Ayşe Yılmaz|İbrahim Şahin|Işıl Çelik|Mehmet Öztürk|Gülşen Kaya|Emine Demir|Hüseyin Aydın
Zeynep Doğan|Çağla Arslan|Ömer Kılıç|Özlem Güneş|Ümit Yıldız|Fatma Nur Erdoğan|Selçuk Polat
Şerife Koç|Aslı Bulut|Kemal Taş|Nilüfer Acar|Tuğba Karataş|Can Uçar
"""
_POLISH = """
Łukasz Wójcik|Małgorzata Kowalska|Żaneta Zielińska|Paweł Nowak|Agnieszka Wiśniewska
Krzysztof Dąbrowski|Świętosława Lis|Jędrzej Krawczyk|Elżbieta Szczepańska|Zbigniew Górski
Mirosława Pająk|Wojciech Sikora|Ewa Mróz|Grażyna Baran|Rafał Żak|Dmytro Shevchenko
Ștefan Ionescu|Jiří Dvořák|Zsófia Nagy|Đorđe Đukić
"""
_OTHER = """
Fatoumata Diallo|Oumar Traoré|N'Golo Keïta|Chidinma Okonkwo|Nguyễn Thị Hồng|Trần Văn Bình
Priya Ramaswamy|Sanjay Gurung|Tenzin Dolma|Tsering|María José Ibáñez|João Gonçalves|Xochitl Ruiz
Bjørn Åse|Siân Llewellyn|Ó Briain Aoife|Gebre Selassie Tesfaye|Dawit Haile|Hodan Warsame|Rahel
"""
_SCRIPTS = """
محمد الحسن|فاطمة الزهراء|عبد الرحمن|نور الدين|مريم|أحمد ياسين|زينب علوي|یاسمین رضایی|حسین احمدی
شيماء|王芳|李娜|张伟|陈思远|欧阳明月|山田太郎|鈴木さくら|김민수|박지영|Ольга Шевченко|Дмитрий Иванов
Ганна Коваль|Γιώργος Παπαδόπουλος|Ελένη Νικολάου|प्रिया शर्मा|संजय गुरुङ|மீனாட்சி|ሰላም ተስፋዬ
דוד כהן|שרה לוי|สมชาย ใจดี|თამარ ლომიძე|Անահիտ Պետրոսյան|ပန်းဖြူ|ទេវី
"""
_ODD = """
Li|Bé|Su|Ng|Xi|Jo-An|A.|Q|O'Neill|d'Ursel|Jan2|007|👩‍👩‍👧|Kim-Ly|Mia Bé|De Wolf|'t Jolle|Van De
Sint-Jans Ward|Ali B.|Lola_K|Fam. Peeters-Öz|Dr. Karam|Zuster Benedicta|José (Pepe)
"""


def _listed(*groups: str) -> tuple[str, ...]:
    lines = "\n".join(groups).strip().splitlines()
    return tuple(dict.fromkeys(name.strip() for line in lines for name in line.split("|") if name))


NAMES = _listed(_FLEMISH, _MAGHREB, _TURKISH, _POLISH, _OTHER, _SCRIPTS, _ODD)
