#include <zhitu/queries/report.hpp>

#include "queries/messages.hpp"
#include "queries/paper_graph.hpp"
#include "test.hpp"

using namespace zhitu;

TEST_CASE("a report tells all of a paper on one page") {
    CHECK(report(paper_graph(), {.words = policy_words(Language::zh)}) == R"(# 智能装备一文

知识图谱报告

## 概况

- 文献: 1
- 节点: 14
- 关系: 9 (有依据的关系: 2)
- 节点类型: 政策 3, 发布机构 2, 企业 1, 技术 1, 场景 1, 案例 1, 成效 1, 挑战 2, 建议 2
- 关系类型: 发布 2, 支持 2, 实施 1, 采用 1, 属于场景 1, 取得 1, 应对 1

## 政策

| 年份 | 名称 | 层级 | 发布机构 | 支持 |
| ---: | --- | --- | --- | --- |
| 2009 | 早期意见（2009年） | local |  | 质量检测 |
| 2021 | 装备行动计划 | national | 国务院; 工信部 | 工业机器人 |
|  | 孤立办法 |  |  |  |

## 案例

| 名称 | 实施主体 | 采用 | 属于场景 | 取得 |
| --- | --- | --- | --- | --- |
| 新松质量检测 | 新松 | 工业机器人 | 质量检测 | 成本降低10% |

## 政策与案例的关联

关联总数: 2

1. **早期意见（2009年）** ↔ **新松质量检测** (0.500, 路径: 1)
   - 早期意见（2009年） ─支持→ 质量检测 ←属于场景─ 新松质量检测
2. **装备行动计划（2021）** ↔ **新松质量检测** (0.500, 路径: 1)
   - 装备行动计划（2021） ─支持→ 工业机器人 ←采用─ 新松质量检测
     - paper.txt:3 “计划支持工业机器人。”
     - paper.txt:7 “新松采用工业机器人。”

## 挑战与对策

- **人才\|不足**
  - 加强培训 (推断)
- **标准缺失**
  - 未见对策
- 其他建议
  - 扩大开放

## 尚无关联

- **孤立办法** (与任何一方均不相连)
)");
}

TEST_CASE("a report is written in English too, and chapters without content are left out") {
    GraphBuilder builder(policy_schema());
    builder.add_node("a", "Firm", "Acme");
    const std::string text = report(builder.freeze(), {.words = policy_words(Language::en)});
    CHECK(text == "# Report on the knowledge graph\n\n## What it holds\n\n- documents: 0\n- nodes: 1\n"
                  "- edges: 0 (edges with evidence: 0)\n- nodes by type: Firm 1\n");
}
