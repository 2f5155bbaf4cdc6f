#include <zhitu/graph/value.hpp>

#include <fmt/format.h>

namespace zhitu {

std::string Value::text() const {
    struct Visitor {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const List& values) const {
            std::string out;
            for (std::size_t i = 0; i < values.size(); ++i) out += (i > 0 ? "; " : "") + values[i].text();
            return out;
        }
    };
    return std::visit(Visitor{}, value_);
}

Kind kind_of(const Value& value) {
    return static_cast<Kind>(value.variant().index());
}

} // namespace zhitu
