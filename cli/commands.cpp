#include "commands.hpp"

namespace zhitu::cli {

// Each is defined in the file of its name.
Command import_command();
Command links_command();
Command list_command();
Command report_command();
Command audit_command();
Command show_command();
Command neighbors_command();
Command paths_command();
Command export_command();
Command stats_command();
Command merge_command();
Command diff_command();
Command schema_command();
Command pack_command();
Command eval_command();

std::span<const Command> commands() {
    static const std::vector<Command> table{
        import_command(), links_command(),     list_command(),   report_command(), audit_command(),
        show_command(),   neighbors_command(), paths_command(),  export_command(), stats_command(),
        merge_command(),  diff_command(),      schema_command(), pack_command(),   eval_command(),
    };
    return table;
}

} // namespace zhitu::cli
