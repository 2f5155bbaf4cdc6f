// Node-link JSON in and out. The lower bounds are simdjson without anything behind it, and writing bytes that are
// ready.
#include "files.hpp"

#ifdef ZHITU_BENCH_SIMDJSON
#include <zhitu/base/file.hpp>

#include <simdjson.h>
#endif

namespace zhitu::bench {

#ifdef ZHITU_BENCH_SIMDJSON
namespace {

std::uint64_t scan(const std::string& text) {
    simdjson::dom::parser parser;
    const simdjson::dom::element whole = parser.parse(text);
    return whole["nodes"].get_array().size() + whole["edges"].get_array().size();
}

} // namespace
#endif

void run_read_json(Runner& runner) {
    read_format(runner, "json");
#ifdef ZHITU_BENCH_SIMDJSON
    const auto file = runner.folder() / "graph.json";
    runner.time("simdjson alone", [&] { return scan(read_file(file)); });
#endif
}

void run_write_json(Runner& runner) {
    write_format(runner, "json");
}

} // namespace zhitu::bench
