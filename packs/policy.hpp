// The ontology of policy papers: packs/policy/schema.json, embedded.
#pragma once

#include <zhitu/graph/schema.hpp>

#include <memory>

#pragma GCC visibility push(default)
namespace zhitu {

/// The schema of policies, bodies, firms, technologies, scenarios, cases and the rest; one instance for all. Safe to
/// call from several threads.
[[nodiscard]] const std::shared_ptr<const Schema>& policy_schema();

} // namespace zhitu
#pragma GCC visibility pop
