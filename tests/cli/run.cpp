#include "cli/run.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

std::string shell_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

int status_of(int waited) {
    return WIFEXITED(waited) ? WEXITSTATUS(waited) : -1;
}

std::string drain(int terminal) {
    std::string out;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof buffer)) > 0;)
        out.append(buffer, static_cast<std::size_t>(got));
    return out;
}

} // namespace

Run run_zhitu(const std::vector<std::string>& arguments, std::string_view input, std::string_view locale) {
    const Scratch scratch;
    std::string command = "env -u LANG -u LC_MESSAGES LC_ALL=" + shell_word(locale) + " " ZHITU_PROGRAM;
    for (const std::string& argument : arguments) command += ' ' + shell_word(argument);
    command += " <" + shell_word(scratch.write("in", input)) + " >" + shell_word(scratch.file("out")) + " 2>" +
               shell_word(scratch.file("err"));
    const int waited = std::system(command.c_str());
    return {status_of(waited), read(scratch.file("out")), read(scratch.file("err"))};
}

bool has_terminal() {
    int terminal = -1;
    int shell = -1;
    if (::openpty(&terminal, &shell, nullptr, nullptr, nullptr) != 0) {
        std::cout << "skipped: what a terminal shows: the system has no /dev/pts\n";
        return false;
    }
    ::close(terminal);
    ::close(shell);
    return true;
}

Run run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns) {
    std::vector<char*> argv{const_cast<char*>(ZHITU_PROGRAM)};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    winsize size{};
    size.ws_row = 24;
    size.ws_col = columns;
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (child < 0) throw std::runtime_error("there is no terminal");
    if (child == 0) {
        ::execv(ZHITU_PROGRAM, argv.data());
        ::_exit(127);
    }
    Run run;
    run.out = drain(terminal);
    int waited = 0;
    ::waitpid(child, &waited, 0);
    ::close(terminal);
    run.status = status_of(waited);
    return run;
}

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "zhitu-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("there is no folder for scratch files");
    folder_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string Scratch::write(std::string_view name, std::string_view bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
    return file(name);
}

std::size_t Scratch::count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
}

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}
