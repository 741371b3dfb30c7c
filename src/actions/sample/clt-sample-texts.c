/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-sample-texts.h"

#define SENSORS { "Sensors", "传感器" }
#define HARDWARE { "Controls", "控制设备" }
#define SOFTWARE { "Software", "软件" }
#define SERVICES { "Services", "服务" }
#define EACH { "each", "个" }
#define UNIT { "each", "台" }
#define LINE_YEAR { "line and year", "线/年" }
#define MACHINE_YEAR { "machine and year", "台/年" }
#define DAY { "day", "天" }
#define YEAR { "year", "年" }

const CltSampleProduct clt_sample_products[] = {
  { "VS-200", { "Vibration sensor VS-200", "振动传感器 VS-200" }, SENSORS, EACH, 189 },
  { "TS-110", { "Temperature sensor TS-110", "温度传感器 TS-110" }, SENSORS, EACH, 96 },
  { "PS-90", { "Pressure transmitter PS-90", "压力变送器 PS-90" }, SENSORS, EACH, 240 },
  { "EM-3", { "Three-phase energy meter EM-3", "三相电能表 EM-3" }, SENSORS, EACH, 310 },
  { "FL-50", { "Flow meter FL-50", "流量计 FL-50" }, SENSORS, EACH, 520 },
  { "GW-4", { "Edge gateway GW-4", "边缘网关 GW-4" }, HARDWARE, UNIT, 890 },
  { "GW-8", { "Rugged gateway GW-8", "加固型网关 GW-8" }, HARDWARE, UNIT, 1490 },
  { "HMI-10", { "Operator panel HMI-10", "操作屏 HMI-10" }, HARDWARE, UNIT, 1150 },
  { "PLC-S", { "Compact controller PLC-S", "紧凑型控制器 PLC-S" }, HARDWARE, UNIT, 640 },
  { "CAM-2", { "Inspection camera CAM-2", "检测相机 CAM-2" }, HARDWARE, UNIT, 2350 },
  { "RT-KIT", { "Retrofit kit", "改造套件" }, HARDWARE, UNIT, 1750 },
  { "LM-STD", { "Line monitoring", "产线监控" }, SOFTWARE, LINE_YEAR, 2400 },
  { "LM-PRO", { "Line monitoring with analytics", "产线监控高级版" }, SOFTWARE, LINE_YEAR, 4200 },
  { "PM-1", { "Predictive maintenance", "预测性维护" }, SOFTWARE, MACHINE_YEAR, 780 },
  { "EN-1", { "Energy management", "能源管理" }, SOFTWARE, YEAR, 3600 },
  { "QM-1", { "Quality records", "质量追溯" }, SOFTWARE, YEAR, 2900 },
  { "SV-COM", { "Commissioning on site", "现场调试" }, SERVICES, DAY, 980 },
  { "SV-TRN", { "Training on site", "现场培训" }, SERVICES, DAY, 850 },
  { "SC-B", { "Service contract Basic", "基础服务合同" }, SERVICES, YEAR, 1900 },
  { "SC-G", { "Service contract Gold", "金牌服务合同" }, SERVICES, YEAR, 4800 },
};

const guint clt_sample_n_products = G_N_ELEMENTS (clt_sample_products);

/**
 * clt_sample_texts_get:
 * @language: one of the two languages of the sample company
 *
 * Returns: (transfer none): what its people write in that language
 */
const CltSampleTexts *
clt_sample_texts_get (CltSampleLanguage language)
{
  return language == CLT_SAMPLE_CHINESE ? &clt_sample_texts_chinese : &clt_sample_texts_english;
}
