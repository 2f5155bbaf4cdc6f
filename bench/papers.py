#!/usr/bin/env python3
"""Writes made-up papers for bench/corpus.sh: front matter, headings, policies, cases, outcomes, references, varied names.

    bench/papers.py FOLDER COUNT [--seed N]

The same seed gives the same papers; the first papers of a larger corpus are those of a smaller one.
"""
import argparse
import pathlib
import random

CITIES = "北京 上海 天津 重庆 广州 深圳 杭州 南京 苏州 武汉 成都 西安 长沙 合肥 济南 青岛 大连 沈阳 哈尔滨 长春 厦门 福州 宁波 郑州 无锡 佛山 东莞 常州 南通 烟台".split()
PROVINCES = "广东省 江苏省 浙江省 山东省 四川省 湖北省 湖南省 安徽省 福建省 河南省 辽宁省 陕西省".split()
SYLLABLES = "恒 瑞 鼎 博 凯 信 德 华 锐 科 智 启 远 宏 泰 盛 天 海 中 联 创 新 金 正 安 立 明 晟 景 卓 奥 拓".split()
TRADES = "智能装备 精密机械 新材料 电子 生物医药 新能源 汽车零部件 半导体 信息技术 钢铁 化工 纺织".split()
FORMS = "有限公司 股份有限公司 集团有限公司 科技有限公司".split()
TECHNOLOGIES = "机器视觉 深度学习 数字孪生 工业互联网 边缘计算 知识图谱 大模型 工业机器人 数控机床 物联网 云计算 区块链 5G 强化学习 计算机视觉 工业软件 大数据 增材制造 自然语言处理 智能传感器".split()
SCENARIOS = "智能质量检测 智能计划排产 智能设备运维 产品设计 供应链管理 能耗管理 智能仓储 安全巡检 预测性维护 工艺优化 柔性生产 远程运维".split()
INDUSTRIES = "汽车制造业 钢铁行业 石化行业 纺织行业 电子信息产业 航空航天产业 医药制造业 装备制造业 建材行业 食品工业".split()
BODIES = "国务院 工业和信息化部 国家发展和改革委员会 科学技术部 财政部 教育部 国家数据局".split()
SHORT_BODIES = {"国家发展和改革委员会": "国家发展改革委", "工业和信息化部": "工信部", "科学技术部": "科技部"}
TOPICS = "人工智能 智能制造 工业互联网 数据要素 绿色制造 机器人产业 大数据产业 数字经济 新型工业化 算力基础设施".split()
TAILS = "发展规划 行动计划 指导意见 实施方案 若干措施 实施意见".split()
MEASURES = ["生产效率提高{n}%", "不良品率下降{n}%", "综合能耗降低{n}%", "交付周期缩短{n}%", "人工成本减少{n}%", "设备利用率提升{n}%"]
PROBLEMS = ["数据标准不统一", "复合型人才短缺", "中小企业投入不足", "核心零部件依赖进口", "安全防护能力薄弱", "场景开放程度不高"]
ADVICE = ["加快制定数据标准", "完善人才培养体系", "加大对中小企业的扶持力度", "支持关键核心技术攻关", "健全安全保障机制", "推动应用场景开放共享"]
TRAITS = ["应用由单点试验走向全流程覆盖", "供给由通用产品走向行业方案", "组织由单打独斗走向协同创新"]
SURNAMES = "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 林 罗 高".split()
GIVEN = "伟 芳 敏 静 磊 洋 艳 勇 杰 涛 明 超 兰 霞 平 刚 文 辉 玲 建".split()
JOURNALS = "产业经济评论 科技与产业观察 制造业研究 区域发展论坛 数字经济研究".split()

CASES = [
    "{firm}在{city}工厂部署{tech}系统，用于{scene}，{result}。",
    "{firm}将{tech}应用于{scene}，建成智能产线{k}条，{result}。",
    "为解决{scene}中的难题，{firm}引入{tech}，{result}。",
    "{firm}（以下简称“{short}”）搭建基于{tech}的平台，面向{industry}提供{scene}服务。{short}上线该平台后，{result}。",
    "{firm}与{partner}合作，利用{tech}改造{scene}环节，{result}，{more}。",
]
POLICIES = [
    "{year}年，{body}印发《{title}》，提出推动{tech}在{industry}的应用[{ref}]。",
    "{body}于{year}年发布《{title}》，支持{tech}和{other}发展，重点面向{scene}[{ref}]。",
    "《{title}》（{year}年）由{body}出台，明确鼓励企业在{scene}中采用{tech}[{ref}]。",
    "{city}出台《{title}》，对采用{tech}的企业给予资金支持，计划到{goal}年培育示范企业{k}家[{ref}]。",
]
FILLERS = [
    "从实践看，{tech}与{industry}的结合还处在由点到面的阶段，不同企业的基础差别很大。",
    "{tech}改变了{scene}的组织方式，也对企业的数据基础提出了更高的要求。",
    "业内普遍认为，{scene}是{industry}数字化转型中见效较快的环节。",
    "与{other}相比，{tech}的部署成本较低，更适合在{scene}中先行试点。",
    "{industry}的企业数量多、分布广，对{tech}的需求各不相同。",
    "部分企业尚未形成清晰的路线，对{tech}能否用于{scene}仍持观望态度。",
]


class Paper:
    def __init__(self, seed, number):
        self.random = random.Random(f"{seed}/{number}")
        self.references = []
        self.lines = []

    def pick(self, words):
        return self.random.choice(words)

    def brand(self):
        return "".join(self.random.sample(SYLLABLES, 2))

    def person(self):
        return self.pick(SURNAMES) + self.pick(GIVEN) + self.pick(["", self.pick(GIVEN)])

    def refer(self, entry):
        self.references.append(entry)
        return len(self.references)

    def paragraph(self, *sentences):
        self.lines += ["".join(sentences), ""]

    def heading(self, text):
        self.lines += [text, ""]

    def words(self):
        city, brand = self.pick(CITIES), self.brand()
        return {
            "tech": self.pick(TECHNOLOGIES), "other": self.pick(TECHNOLOGIES), "scene": self.pick(SCENARIOS),
            "industry": self.pick(INDUSTRIES), "city": city, "short": brand + "公司",
            "firm": city + brand + self.pick(TRADES) + self.pick(FORMS),
            "partner": self.pick(CITIES) + self.brand() + self.pick(TRADES) + self.pick(FORMS),
            "k": self.random.randint(3, 90), "goal": self.random.randint(2025, 2030),
            "result": self.pick(MEASURES).format(n=self.random.randint(5, 80)),
            "more": self.pick(MEASURES).format(n=self.random.randint(5, 80)),
        }

    def filler(self):
        return self.pick(FILLERS).format(**self.words())

    def policy(self):
        year = self.random.randint(2015, 2025)
        place = self.pick(["", self.pick(CITIES) + "市", self.pick(PROVINCES)])
        body = place + "人民政府" if place else self.pick(BODIES)
        if self.random.random() < 0.3:
            body = SHORT_BODIES.get(body, body)
        title = f"{place}{self.pick(TOPICS)}{self.pick(TAILS)}（{year}—{year + self.random.randint(2, 5)}年）"
        ref = self.refer(f"{body}. {title}[EB/OL]. ({year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}).")
        return self.pick(POLICIES).format(**{**self.words(), "year": year, "body": body, "title": title, "ref": ref})

    def front(self):
        place = self.pick(CITIES + PROVINCES)
        title = f"{place}{self.pick(INDUSTRIES)}{self.pick(TECHNOLOGIES)}应用研究：以{self.pick(SCENARIOS)}为例"
        authors = "，".join(self.person() for _ in range(self.random.randint(1, 3)))
        self.lines += [title, "", authors, "", f"（{self.pick(CITIES)}产业发展研究院，{self.pick(CITIES)} {self.random.randint(100000, 699999)}）", ""]
        words = self.words()
        self.paragraph(f"摘要：本文梳理{place}推动{words['tech']}与{words['industry']}融合的政策与案例，归纳其特征与问题，并提出建议。")
        self.paragraph(f"关键词：{words['tech']}；{words['scene']}；{words['industry']}")
        self.paragraph("中图分类号：F424  文献标识码：A")

    def body(self):
        self.heading("1 引言")
        for _ in range(self.random.randint(1, 5)):
            self.paragraph(self.filler(), self.filler())
        self.heading("2 政策部署")
        for _ in range(self.random.randint(2, 4)):
            self.paragraph(self.filler(), *(self.policy() for _ in range(self.random.randint(1, 2))))
        self.heading("3 应用案例")
        for section in range(1, self.random.randint(2, 5)):
            self.heading(f"3.{section} {self.pick(SCENARIOS)}")
            for _ in range(self.random.randint(1, 4)):
                self.paragraph(self.filler(), self.pick(CASES).format(**self.words()))
        self.heading("4 融合特征")
        for lead, trait in zip(("一是", "二是"), self.random.sample(TRAITS, 2)):
            self.paragraph(f"{lead}{trait}。", self.filler())
        self.heading("5 存在的问题")
        for lead, problem in zip(("第一，", "第二，", "第三，"), self.random.sample(PROBLEMS, 3)):
            self.paragraph(f"{lead}{problem}。", self.filler())
        self.heading("6 对策建议")
        for lead, advice in zip(("（1）", "（2）", "（3）"), self.random.sample(ADVICE, 3)):
            self.paragraph(f"{lead}{advice}。", self.filler())

    def text(self):
        self.front()
        self.body()
        self.heading("参考文献")
        for _ in range(self.random.randint(0, 5)):
            self.refer(f"{self.person()}, {self.person()}. {self.pick(TECHNOLOGIES)}赋能{self.pick(INDUSTRIES)}的路径研究[J]. "
                       f"{self.pick(JOURNALS)}, {self.random.randint(2018, 2025)}({self.random.randint(1, 12)}): "
                       f"{self.random.randint(1, 90)}-{self.random.randint(91, 160)}.")
        self.lines += [f"[{number}] {entry}" for number, entry in enumerate(self.references, 1)]
        return "\n".join(self.lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number in range(options.count):
        path = options.folder / f"{number:05}.txt"
        path.write_text(Paper(options.seed, number).text(), encoding="utf-8")


if __name__ == "__main__":
    main()
