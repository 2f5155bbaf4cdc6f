// The ontology of policy papers: packs/policy/schema.json, embedded.
#pragma once

#include <zhitu/graph/schema.hpp>

#include <memory>

namespace [[gnu::visibility("default")]] zhitu {

/// The schema of policies, bodies, firms, technologies, scenarios, cases and the rest; one instance for all. Safe to
/// call from several threads.
[[nodiscard]] const std::shared_ptr<const Schema>& policy_schema();

} // namespace zhitu
