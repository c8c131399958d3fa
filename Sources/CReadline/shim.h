// GNU Readline and its history. Swift 6 keeps programs away from C globals, hence these setters and getters.
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/// Settings that have to stand before the first prompt. The learner's own inputrc is read later and wins.
static inline void readline_configure(
  const char *name, const char *word_breaks, rl_completion_func_t *complete, rl_cpvfunc_t *word_break_hook
) {
  rl_readline_name = name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_basic_word_break_characters = word_breaks;
  rl_completer_word_break_characters = (char *)word_breaks;
  rl_completer_quote_characters = "";
  rl_basic_quote_characters = "";
  rl_attempted_completion_function = complete;
  rl_completion_word_break_hook = word_break_hook;
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("completion-query-items", "200");
  rl_variable_bind("page-completions", "off");
}

/// Entries of several lines stay one entry in the history's file: time stamps, written as comments, part them.
static inline void readline_configure_history(void) {
  history_comment_char = '#';
  history_write_timestamps = 1;
  history_multiline_entries = 1;
}

/// Called before each line, to put the indentation in.
static inline void readline_set_start(rl_hook_func_t *start) { rl_startup_hook = start; }
static inline const char *readline_buffer(void) { return rl_line_buffer; }
static inline void readline_move_to(int point) { rl_point = point; }
static inline int readline_point(void) { return rl_point; }
/// No file names are offered where our own completion has nothing; `append` follows a single match, 0 for nothing.
static inline void readline_finish_completion(int over, int append) {
  rl_attempted_completion_over = over;
  rl_completion_append_character = append;
  rl_completion_suppress_append = append == 0;
}
static inline int readline_history_length(void) { return history_length; }
static inline const char *readline_version(void) { return rl_library_version; }
