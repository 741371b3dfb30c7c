/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench.h"

/* Which salt picks what. */
enum
{
  SALT_SCRIPT = 1,
  SALT_FIRST,
  SALT_SECOND,
  SALT_THIRD,
  SALT_FOURTH,
};

/* Of ten names, how many are Chinese. */
#define CHINESE_TENTHS 3

static const char * const syllables[] = {
  "an", "ber", "bor", "cal", "den", "dor", "el", "fal", "fin", "gar", "gre", "hal", "hen", "ing",
  "jan", "kar", "kel", "lan", "lin", "lor", "mar", "mer", "mil", "mon", "nor", "ol", "par", "pel",
  "qua", "ral", "ren", "rol", "san", "sel", "ster", "tal", "ten", "tor", "ul", "val", "ver", "vin",
  "wal", "wen", "yor", "zan",
};

static const char * const first_names[] = {
  "Anna", "Ben", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla",
  "Louis", "Maria", "Nora", "Oskar", "Paula", "Quentin", "Rosa", "Simon", "Thea", "Ulrich", "Vera",
  "William", "Xenia", "Yvonne", "Zoë", "André", "Jürgen", "Søren", "Łucja",
};

static const char * const forms[] = {
  "Ltd", "GmbH", "AG", "Inc", "S.A.", "Group", "Partners", "Trading",
};

static const char * const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
  "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹",
};

static const char * const characters[] = {
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
  "超", "秀", "霞", "平", "刚", "桂", "英", "华", "文", "玉", "兰", "海", "云", "天", "龙", "凤",
  "金", "银", "山", "水", "春", "秋", "东", "西", "南", "北", "中", "国", "新", "安", "康", "福",
};

static const char * const cities[] = {
  "北京", "上海", "广州", "深圳", "杭州", "南京", "成都", "武汉", "西安", "苏州", "天津", "重庆",
};

static const char * const industries[] = {
  "科技", "贸易", "茶业", "机械", "电子", "医药", "物流", "食品", "服装", "建筑", "能源", "咨询",
};

#define PICK(words, number, salt) words[bench_pick (number, salt, G_N_ELEMENTS (words))]

guint
bench_pick (guint number,
            guint salt,
            guint below)
{
  guint64 mixed = ((guint64) number << 8 | salt) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  mixed ^= mixed >> 29;
  mixed *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  mixed ^= mixed >> 32;

  return (guint) (mixed % below);
}

static gboolean
bench_is_chinese (guint number)
{
  return bench_pick (number, SALT_SCRIPT, 10) < CHINESE_TENTHS;
}

static char *
bench_dup_surname (guint number)
{
  char *name = g_strconcat (PICK (syllables, number, SALT_FIRST),
                            PICK (syllables, number, SALT_SECOND),
                            PICK (syllables, number, SALT_THIRD), NULL);

  name[0] = g_ascii_toupper (name[0]);

  return name;
}

char *
bench_dup_company (guint number)
{
  g_autofree char *surname = bench_dup_surname (number);

  if (bench_is_chinese (number))
    return g_strconcat (PICK (cities, number, SALT_FIRST), PICK (characters, number, SALT_SECOND),
                        PICK (characters, number, SALT_THIRD),
                        PICK (industries, number, SALT_FOURTH), "有限公司", NULL);

  return g_strdup_printf ("%s %s %u", surname, PICK (forms, number, SALT_FOURTH), number % 1000);
}

char *
bench_dup_person (guint number)
{
  g_autofree char *surname = bench_dup_surname (number);

  if (bench_is_chinese (number))
    return g_strconcat (PICK (surnames, number, SALT_FIRST),
                        PICK (characters, number, SALT_SECOND),
                        PICK (characters, number, SALT_THIRD), NULL);

  return g_strconcat (PICK (first_names, number, SALT_FOURTH), " ", surname, NULL);
}
