// The graph of a small invented paper.
#pragma once

#include <zhitu/graph/builder.hpp>
#include <zhitu/packs/policy.hpp>

#include <string>
#include <string_view>

inline zhitu::Evidence quoted(std::string_view quote, std::uint32_t line) {
    return {"paper", "1", 0, 4, line, std::string(quote), std::nullopt};
}

inline zhitu::GraphBuilder paper_builder() {
    using namespace zhitu;
    GraphBuilder builder(policy_schema());
    builder.set_title("智能装备一文");
    builder.add_document({"paper", "智能装备一文", "paper.txt"});
    const auto node = [&](const char* type, const char* name) {
        return builder.add_node(std::string(type).append(":").append(name), type, name);
    };
    const NodeId plan = node("Policy", "装备行动计划"), old = node("Policy", "早期意见（2009年）"),
                 loose = node("Policy", "孤立办法");
    const NodeId council = node("IssuingBody", "国务院"), ministry = node("IssuingBody", "工信部");
    const NodeId robot = node("Technology", "工业机器人"), inspection = node("Scenario", "质量检测");
    const NodeId firm = node("Firm", "新松"), used = node("Case", "新松质量检测");
    const NodeId outcome = node("Outcome", "成本降低10%"), lack = node("Challenge", "人才|不足");
    const NodeId open = node("Challenge", "标准缺失"), train = node("Recommendation", "加强培训");
    const NodeId more = node("Recommendation", "扩大开放");
    builder.set(plan, "year", 2021);
    builder.set(plan, "level", "national");
    builder.set(plan, "rule", "zh.test");
    builder.set(old, "year", 2009);
    builder.set(old, "level", "local");
    (void)loose, (void)open, (void)more;
    builder.add_edge(council, plan, "ISSUED");
    builder.add_edge(ministry, plan, "ISSUED");
    builder.add_evidence(builder.add_edge(plan, robot, "TARGETS"), quoted("计划支持工业机器人。", 3));
    builder.add_edge(old, inspection, "TARGETS");
    builder.add_edge(firm, used, "CARRIES_OUT");
    builder.add_evidence(builder.add_edge(used, robot, "USES"), quoted("新松采用工业机器人。", 7));
    builder.add_edge(used, inspection, "EXEMPLIFIES");
    builder.add_edge(used, outcome, "ACHIEVES");
    builder.set(builder.add_edge(train, lack, "ADDRESSES"), "inferred", true);
    return builder;
}

inline zhitu::Graph paper_graph() {
    return paper_builder().freeze();
}
