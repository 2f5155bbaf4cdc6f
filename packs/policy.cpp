#include <zhitu/packs/policy.hpp>

#include <string_view>

extern "C" const char zhitu_policy_schema_begin[];
extern "C" const char zhitu_policy_schema_end[];

namespace zhitu {

const std::shared_ptr<const Schema>& policy_schema() {
    static const auto schema = std::make_shared<const Schema>(Schema::from_json(
        {zhitu_policy_schema_begin, static_cast<std::size_t>(zhitu_policy_schema_end - zhitu_policy_schema_begin)},
        "packs/policy/schema.json"));
    return schema;
}

} // namespace zhitu
