/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-sample-names.h"

static const CltSampleName chinese_given[] = {
  { "志强", "zhiqiang" }, { "建国", "jianguo" }, { "海涛", "haitao" }, { "俊杰", "junjie" },
  { "浩然", "haoran" }, { "子轩", "zixuan" }, { "伟", "wei" }, { "磊", "lei" },
  { "文博", "wenbo" }, { "鹏飞", "pengfei" }, { "立新", "lixin" }, { "国栋", "guodong" },
  { "晓东", "xiaodong" }, { "永刚", "yonggang" }, { "明辉", "minghui" }, { "宇航", "yuhang" },
  { "嘉诚", "jiacheng" }, { "思远", "siyuan" }, { "云峰", "yunfeng" }, { "天佑", "tianyou" },
  { "静", "jing" }, { "敏", "min" }, { "丽华", "lihua" }, { "秀英", "xiuying" },
  { "晓燕", "xiaoyan" }, { "雪梅", "xuemei" }, { "雨婷", "yuting" }, { "欣怡", "xinyi" },
  { "梦洁", "mengjie" }, { "佳琪", "jiaqi" }, { "慧敏", "huimin" }, { "婉清", "wanqing" },
  { "诗涵", "shihan" }, { "文静", "wenjing" }, { "玉兰", "yulan" }, { "红梅", "hongmei" },
  { "思琪", "siqi" }, { "晨曦", "chenxi" }, { "若琳", "ruolin" }, { "芳", "fang" },
  { NULL }
};

static const CltSampleName chinese_surnames[] = {
  { "王", "wang" }, { "李", "li" }, { "张", "zhang" }, { "刘", "liu" }, { "陈", "chen" },
  { "杨", "yang" }, { "黄", "huang" }, { "赵", "zhao" }, { "吴", "wu" }, { "周", "zhou" },
  { "徐", "xu" }, { "孙", "sun" }, { "马", "ma" }, { "朱", "zhu" }, { "胡", "hu" },
  { "郭", "guo" }, { "何", "he" }, { "林", "lin" }, { "高", "gao" }, { "罗", "luo" },
  { "郑", "zheng" }, { "梁", "liang" }, { "谢", "xie" }, { "宋", "song" }, { "唐", "tang" },
  { "许", "xu" }, { "邓", "deng" }, { "冯", "feng" }, { "韩", "han" }, { "曹", "cao" },
  { "曾", "zeng" }, { "彭", "peng" }, { "蔡", "cai" }, { "潘", "pan" }, { "田", "tian" },
  { "董", "dong" }, { "袁", "yuan" }, { "叶", "ye" }, { "蒋", "jiang" }, { "沈", "shen" },
  { "欧阳", "ouyang" },
  { NULL }
};

static const CltSampleName chinese_brands[] = {
  { "云启", "yunqi" }, { "启明", "qiming" }, { "瑞丰", "ruifeng" }, { "华岳", "huayue" },
  { "天禾", "tianhe" }, { "博远", "boyuan" }, { "新锐", "xinrui" }, { "安信", "anxin" },
  { "晨光", "chenguang" }, { "金石", "jinshi" }, { "恒泰", "hengtai" }, { "德盛", "desheng" },
  { "嘉禾", "jiahe" }, { "联创", "lianchuang" }, { "明远", "mingyuan" }, { "鼎新", "dingxin" },
  { "青松", "qingsong" }, { "海纳", "haina" }, { "远航", "yuanhang" }, { "立诚", "licheng" },
  { "智汇", "zhihui" }, { "星河", "xinghe" }, { "蓝湾", "lanwan" }, { "永昌", "yongchang" },
  { "致和", "zhihe" }, { "润泽", "runze" }, { "凌云", "lingyun" }, { "聚力", "juli" },
  { "百川", "baichuan" }, { "长风", "changfeng" }, { "知行", "zhixing" }, { "华晟", "huasheng" },
  { "禾木", "hemu" }, { "正阳", "zhengyang" }, { "宏信", "hongxin" }, { "朗阁", "langge" },
  { NULL }
};

static const char * const chinese_streets[] = {
  "中山路 ##8 号", "人民东路 ##6 号", "建设路 1## 号", "科技路 ## 号", "创业大道 2#8 号",
  "滨江大道 1#6 号", "解放路 ## 号", "高新大道 ##9 号", "学府路 ## 号", "工业园路 #8 号",
  "和平路 ##2 号", "星湖街 3#8 号",
  NULL
};

static const CltSampleName english_given[] = {
  { "Alice" }, { "Andrew" }, { "Beth" }, { "Callum" }, { "Charlotte" }, { "Daniel" },
  { "Eleanor" }, { "Fiona" }, { "George" }, { "Grace" }, { "Harriet" }, { "Ian" }, { "James" },
  { "Joanna" }, { "Keith" }, { "Laura" }, { "Lewis" }, { "Maya" }, { "Nathan" }, { "Olivia" },
  { "Patrick" }, { "Priya" }, { "Rachel" }, { "Robert" }, { "Samuel" }, { "Sarah" },
  { "Thomas" }, { "Victoria" }, { "Walter" }, { "Zoe" },
  { NULL }
};

static const CltSampleName english_surnames[] = {
  { "Adams" }, { "Barker" }, { "Bennett" }, { "Carter" }, { "Clarke" }, { "Cooper" },
  { "Davies" }, { "Ellis" }, { "Fletcher" }, { "Foster" }, { "Gibson" }, { "Graham" },
  { "Harrison" }, { "Hughes" }, { "Jenkins" }, { "Kelly" }, { "Lawson" }, { "Marshall" },
  { "Murphy" }, { "Nolan" }, { "O’Brien", "obrien" }, { "Parker" }, { "Patel" }, { "Quinn" },
  { "Reid" }, { "Shaw" }, { "Turner" }, { "Walsh" }, { "Webb" }, { "Young" },
  { NULL }
};

static const CltSampleName english_brands[] = {
  { "Ashford" }, { "Brightwater" }, { "Calder" }, { "Copperfield" }, { "Duncombe" },
  { "Eastbrook" }, { "Fenwick" }, { "Foxley" }, { "Greystone" }, { "Hartwell" }, { "Holloway" },
  { "Kingsley" }, { "Langdale" }, { "Merrow" }, { "Northgate" }, { "Oakridge" }, { "Pemberton" },
  { "Redfern" }, { "Silverlake" }, { "Thornbury" }, { "Underhill" }, { "Wexham" }, { "Yarrow" },
  { "Blackwood" },
  { NULL }
};

static const char * const english_streets[] = {
  "# Mill Lane", "1# Station Road", "## Market Street", "# Quay Street", "2# Victoria Road",
  "## Bridge Street", "# Foundry Way", "## Park Avenue", "1## King Street",
  "# Orchard Business Park",
  NULL
};

static const CltSampleName german_given[] = {
  { "Anke" }, { "Bernd" }, { "Claudia" }, { "Dirk" }, { "Eva" }, { "Florian" }, { "Greta" },
  { "Hannes" }, { "Ingrid" }, { "Jörg" }, { "Katrin" }, { "Lukas" }, { "Martina" },
  { "Norbert" }, { "Petra" }, { "Ralf" }, { "Sabine" }, { "Stefan" }, { "Ulrike" },
  { "Wolfgang" },
  { NULL }
};

static const CltSampleName german_surnames[] = {
  { "Albrecht" }, { "Bauer" }, { "Becker" }, { "Brandt" }, { "Dietrich" }, { "Ernst" },
  { "Fischer" }, { "Fuchs" }, { "Günther" }, { "Hoffmann" }, { "Jäger" }, { "Keller" },
  { "Köhler" }, { "Lorenz" }, { "Möller" }, { "Neumann" }, { "Richter" }, { "Schäfer" },
  { "Vogel" }, { "Winkler" },
  { NULL }
};

static const CltSampleName german_brands[] = {
  { "Falkenberg" }, { "Grünwald" }, { "Hellmann" }, { "Kessler" }, { "Lindner" },
  { "Nordlicht" }, { "Rheintal" }, { "Steinbach" }, { "Weidemann" }, { "Eichhorn" },
  { "Ostertag" }, { "Brückner" },
  { NULL }
};

static const char * const german_streets[] = {
  "Hauptstraße 1#", "Bahnhofstraße ##", "Industriestraße #", "Gartenweg 2#", "Am Hafen #",
  "Werkstraße 1#",
  NULL
};

static const CltSampleName french_given[] = {
  { "Amélie" }, { "Antoine" }, { "Camille" }, { "Céline" }, { "Damien" }, { "Élodie" },
  { "François" }, { "Hélène" }, { "Julien" }, { "Laurent" }, { "Manon" }, { "Mathieu" },
  { "Nathalie" }, { "Olivier" }, { "Sophie" }, { "Thierry" },
  { NULL }
};

static const CltSampleName french_surnames[] = {
  { "Bernard" }, { "Blanchard" }, { "Chevalier" }, { "Dubois" }, { "Dupuis" }, { "Faure" },
  { "Gauthier" }, { "Lambert" }, { "Lefèvre" }, { "Mercier" }, { "Moreau" }, { "Perrin" },
  { "Renard" }, { "Rousseau" }, { "Simon" }, { "Vidal" },
  { NULL }
};

static const CltSampleName french_brands[] = {
  { "Beaumont" }, { "Clairval" }, { "Delacroix" }, { "Fontaine" }, { "Girard" }, { "Lavigne" },
  { "Montclair" }, { "Rivoire" }, { "Valmont" }, { "Aubépine" },
  { NULL }
};

static const char * const french_streets[] = {
  "## rue de la République", "1# avenue Jean Jaurès", "# quai des Tanneurs", "2# rue du Moulin",
  "# place du Marché",
  NULL
};

static const CltSampleName swedish_given[] = {
  { "Anders" }, { "Astrid" }, { "Björn" }, { "Elin" }, { "Erik" }, { "Frida" }, { "Gustav" },
  { "Ingrid" }, { "Johan" }, { "Karin" }, { "Lars" }, { "Maja" }, { "Nils" }, { "Oskar" },
  { "Sofia" }, { "Åsa" },
  { NULL }
};

static const CltSampleName swedish_surnames[] = {
  { "Andersson" }, { "Berglund" }, { "Dahl" }, { "Ekström" }, { "Forsberg" }, { "Hedlund" },
  { "Holm" }, { "Lindberg" }, { "Lundin" }, { "Nyström" }, { "Sandberg" }, { "Sjögren" },
  { "Wallin" }, { "Öberg" },
  { NULL }
};

static const CltSampleName swedish_brands[] = {
  { "Bergström" }, { "Dalmark" }, { "Ekvall" }, { "Lundqvist" }, { "Norrsken" }, { "Sjöholm" },
  { "Åkerby" }, { "Vintervik" },
  { NULL }
};

static const char * const swedish_streets[] = {
  "Storgatan 1#", "Hamngatan ##", "Verkstadsgatan #", "Björkvägen 2#", "Kungsgatan ##",
  NULL
};

const CltSampleNaming clt_sample_namings[CLT_SAMPLE_N_CULTURES] = {
  [CLT_SAMPLE_CULTURE_CHINESE] = {
    CLT_SAMPLE_CHINESE, "C",
    chinese_given, chinese_surnames, chinese_brands, chinese_streets,
  },
  [CLT_SAMPLE_CULTURE_ENGLISH] = {
    CLT_SAMPLE_ENGLISH, "C",
    english_given, english_surnames, english_brands, english_streets,
  },
  [CLT_SAMPLE_CULTURE_GERMAN] = {
    CLT_SAMPLE_ENGLISH, "de",
    german_given, german_surnames, german_brands, german_streets,
  },
  [CLT_SAMPLE_CULTURE_FRENCH] = {
    CLT_SAMPLE_ENGLISH, "C",
    french_given, french_surnames, french_brands, french_streets,
  },
  [CLT_SAMPLE_CULTURE_SWEDISH] = {
    CLT_SAMPLE_ENGLISH, "C",
    swedish_given, swedish_surnames, swedish_brands, swedish_streets,
  },
};

static const char * const chinese_forms[] = { "有限公司", "有限公司", "股份有限公司", "集团有限公司", NULL };
static const char * const british_forms[] = { " Ltd", " Ltd", " & Sons Ltd", " plc", NULL };
static const char * const american_forms[] = { " Inc.", " LLC", " Corp.", NULL };
static const char * const australian_forms[] = { " Pty Ltd", NULL };
static const char * const german_forms[] = { " GmbH", " GmbH", " AG", " GmbH & Co. KG", NULL };
static const char * const french_forms[] = { " SAS", " SARL", " SA", NULL };
static const char * const swedish_forms[] = { " AB", NULL };

/* Mainland numbers: no subscriber's number begins with 0, no mobile with 129. The others are the
 * ranges that the regulators keep for films and books. */
#define PLACE(culture, country, mobile, currency, forms, city, latin, region, postal, phone) \
  { CLT_SAMPLE_CULTURE_##culture, \
    city, latin, region, country, postal, phone, mobile, currency, forms }
#define CHINA(...) \
  PLACE (CHINESE, "中国", "+86 129 #### ####", "CNY", chinese_forms, __VA_ARGS__)
#define BRITAIN(...) \
  PLACE (ENGLISH, "United Kingdom", "+44 7700 900###", "EUR", british_forms, __VA_ARGS__)
#define IRELAND(...) \
  PLACE (ENGLISH, "Ireland", "+353 20 91# ####", "EUR", british_forms, __VA_ARGS__)
#define STATES(...) \
  PLACE (ENGLISH, "United States", "+1 773 555 01##", "USD", american_forms, __VA_ARGS__)
#define CANADA(...) \
  PLACE (ENGLISH, "Canada", "+1 647 555 01##", "USD", american_forms, __VA_ARGS__)
#define AUSTRALIA(...) \
  PLACE (ENGLISH, "Australia", "+61 491 570 1##", "USD", australian_forms, __VA_ARGS__)
#define GERMANY(...) \
  PLACE (GERMAN, "Germany", "+49 171 39200##", "EUR", german_forms, __VA_ARGS__)
#define FRANCE(...) \
  PLACE (FRENCH, "France", "+33 6 39 98 ## ##", "EUR", french_forms, __VA_ARGS__)
#define SWEDEN(...) \
  PLACE (SWEDISH, "Sweden", "+46 70 174 06 ##", "EUR", swedish_forms, __VA_ARGS__)

const CltSamplePlace clt_sample_places[] = {
  CHINA ("上海", "shanghai", "上海市", "2001##", "+86 21 0### ####"),
  CHINA ("北京", "beijing", "北京市", "1000##", "+86 10 0### ####"),
  CHINA ("深圳", "shenzhen", "广东省", "5180##", "+86 755 0### ####"),
  CHINA ("广州", "guangzhou", "广东省", "5106##", "+86 20 0### ####"),
  CHINA ("杭州", "hangzhou", "浙江省", "3100##", "+86 571 0### ####"),
  CHINA ("宁波", "ningbo", "浙江省", "3150##", "+86 574 0### ####"),
  CHINA ("苏州", "suzhou", "江苏省", "2150##", "+86 512 0### ####"),
  CHINA ("无锡", "wuxi", "江苏省", "2140##", "+86 510 0### ####"),
  CHINA ("南京", "nanjing", "江苏省", "2100##", "+86 25 0### ####"),
  CHINA ("成都", "chengdu", "四川省", "6100##", "+86 28 0### ####"),
  CHINA ("武汉", "wuhan", "湖北省", "4300##", "+86 27 0### ####"),
  CHINA ("西安", "xian", "陕西省", "7100##", "+86 29 0### ####"),
  CHINA ("青岛", "qingdao", "山东省", "2660##", "+86 532 0### ####"),
  CHINA ("合肥", "hefei", "安徽省", "2300##", "+86 551 0### ####"),
  BRITAIN ("London", "london", "England", "SE1 #AB", "+44 20 7946 0###"),
  BRITAIN ("Manchester", "manchester", "England", "M1 #DE", "+44 161 496 0###"),
  BRITAIN ("Leeds", "leeds", "England", "LS1 #FG", "+44 113 496 0###"),
  BRITAIN ("Edinburgh", "edinburgh", "Scotland", "EH2 #HJ", "+44 131 496 0###"),
  IRELAND ("Dublin", "dublin", "Leinster", "D02 X0##", "+353 20 91# ####"),
  STATES ("Chicago", "chicago", "Illinois", "606##", "+1 312 555 01##"),
  STATES ("Boston", "boston", "Massachusetts", "021##", "+1 617 555 01##"),
  CANADA ("Toronto", "toronto", "Ontario", "M5V #K#", "+1 416 555 01##"),
  AUSTRALIA ("Sydney", "sydney", "New South Wales", "20##", "+61 2 5550 ####"),
  GERMANY ("Berlin", "berlin", "Berlin", "101##", "+49 30 23125 ###"),
  GERMANY ("Hamburg", "hamburg", "Hamburg", "203##", "+49 40 66969 ###"),
  GERMANY ("München", "muenchen", "Bayern", "803##", "+49 89 99998 ###"),
  FRANCE ("Lyon", "lyon", "Auvergne-Rhône-Alpes", "6900#", "+33 4 65 71 ## ##"),
  FRANCE ("Lille", "lille", "Hauts-de-France", "5900#", "+33 3 53 01 ## ##"),
  SWEDEN ("Göteborg", "goteborg", "Västra Götaland", "411 ##", "+46 31 390 06 ##"),
  SWEDEN ("Malmö", "malmo", "Skåne", "211 ##", "+46 40 628 04 ##"),
};

const guint clt_sample_n_places = G_N_ELEMENTS (clt_sample_places);

const CltSampleIndustry clt_sample_industries[] = {
  {
    { "Mechanical engineering", "机械制造" },
    {
      { "精密机械", "自动化设备" },
      { "Engineering", "Precision" },
      { "Maschinenbau", "Anlagentechnik" },
      { "Mécanique", "Industrie" },
      { "Mekanik", "Verkstad" },
    },
  },
  {
    { "Food and beverages", "食品饮料" },
    {
      { "食品", "饮品" },
      { "Foods", "Dairy" },
      { "Lebensmittel", "Brauerei" },
      { "Alimentation", "Laiterie" },
      { "Livsmedel", "Bageri" },
    },
  },
  {
    { "Automotive", "汽车零部件" },
    {
      { "汽车零部件", "汽车科技" },
      { "Automotive", "Components" },
      { "Fahrzeugtechnik", "Autoteile" },
      { "Automobile", "Équipement" },
      { "Fordon", "Motor" },
    },
  },
  {
    { "Packaging", "包装印刷" },
    {
      { "包装", "印务" },
      { "Packaging", "Print" },
      { "Verpackung", "Druck" },
      { "Emballage", "Imprimerie" },
      { "Förpackning", "Tryck" },
    },
  },
  {
    { "Pharmaceuticals", "生物医药" },
    {
      { "生物医药", "制药" },
      { "Pharma", "Biotech" },
      { "Pharma", "Labor" },
      { "Pharma", "Biosanté" },
      { "Läkemedel", "Bioteknik" },
    },
  },
  {
    { "Electronics", "电子信息" },
    {
      { "电子", "光电科技" },
      { "Electronics", "Circuits" },
      { "Elektronik", "Messtechnik" },
      { "Électronique", "Composants" },
      { "Elektronik", "Sensorik" },
    },
  },
  {
    { "Logistics", "物流运输" },
    {
      { "物流", "供应链" },
      { "Logistics", "Freight" },
      { "Logistik", "Spedition" },
      { "Logistique", "Transports" },
      { "Logistik", "Åkeri" },
    },
  },
  {
    { "Energy", "新能源" },
    {
      { "新能源", "电力设备" },
      { "Energy", "Power" },
      { "Energie", "Solartechnik" },
      { "Énergie", "Solaire" },
      { "Energi", "Vindkraft" },
    },
  },
  {
    { "Chemicals", "化工材料" },
    {
      { "化工", "新材料" },
      { "Chemicals", "Coatings" },
      { "Chemie", "Lacke" },
      { "Chimie", "Peintures" },
      { "Kemi", "Färg" },
    },
  },
  {
    { "Textiles", "纺织服装" },
    {
      { "纺织", "服饰" },
      { "Textiles", "Fabrics" },
      { "Textil", "Weberei" },
      { "Textile", "Tissage" },
      { "Textil", "Väveri" },
    },
  },
  {
    { "Building materials", "建筑材料" },
    {
      { "建材", "门窗" },
      { "Building Supplies", "Timber" },
      { "Baustoffe", "Holzbau" },
      { "Matériaux", "Menuiserie" },
      { "Byggvaror", "Trä" },
    },
  },
  {
    { "Software", "软件服务" },
    {
      { "软件", "信息技术" },
      { "Software", "Systems" },
      { "Software", "Datentechnik" },
      { "Informatique", "Logiciels" },
      { "Data", "System" },
    },
  },
};

const guint clt_sample_n_industries = G_N_ELEMENTS (clt_sample_industries);

const CltSampleJob clt_sample_jobs[] = {
  { { "Managing director", "总经理" }, { "Management", "总经办" } },
  { { "Purchasing manager", "采购经理" }, { "Purchasing", "采购部" } },
  { { "Buyer", "采购专员" }, { "Purchasing", "采购部" } },
  { { "Head of production", "生产总监" }, { "Production", "生产部" } },
  { { "Plant manager", "厂长" }, { "Production", "生产部" } },
  { { "Maintenance manager", "设备主管" }, { "Maintenance", "设备部" } },
  { { "Process engineer", "工艺工程师" }, { "Engineering", "技术部" } },
  { { "Quality manager", "质量经理" }, { "Quality", "质量部" } },
  { { "IT manager", "信息化主管" }, { "IT", "信息部" } },
  { { "Finance director", "财务总监" }, { "Finance", "财务部" } },
  { { "Project manager", "项目经理" }, { "Projects", "项目部" } },
  { { "Energy manager", "能源主管" }, { "Facilities", "动力部" } },
};

const guint clt_sample_n_jobs = G_N_ELEMENTS (clt_sample_jobs);
