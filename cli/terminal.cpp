#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace zhitu::cli {

std::size_t output_columns() {
    if (::isatty(STDOUT_FILENO) == 0) return unlimited;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

bool errors_are_watched() {
    return ::isatty(STDERR_FILENO) != 0;
}

} // namespace zhitu::cli
