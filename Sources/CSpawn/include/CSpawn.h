#ifndef CSPAWN_H
#define CSPAWN_H

#include <stdbool.h>
#include <sys/types.h>

// posix_spawn and waitid, with what Swift does not see of them.

/// How a program is started. The descriptors are the caller's and stay open; -1 means /dev/null.
struct cspawn_program {
    const char *path;
    const char *directory;  ///< its working directory
    int input;
    int output;
    int error;
    bool is_session;  ///< a session of its own; else a process group of its own
};

/// Starts a program that shares nothing else with the caller: every signal at its default and none blocked, no
/// descriptor but the three, a process group of its own. Returns 0 or an errno.
int cspawn_start(
    const struct cspawn_program *program, char *const arguments[], char *const environment[], pid_t *process
);

/// A pipe whose ends no child inherits. Returns 0 or an errno.
int cspawn_pipe(int *read_end, int *write_end);

/// Waits until a child has ended and leaves it a zombie, so that its id stays taken. Returns 0 or an errno; `status`
/// is the exit status, or the number of the signal where `is_signal`.
int cspawn_wait(pid_t process, bool *is_signal, int *status);

/// Reaps every ended child of the group, the adopted ones too; tells whether members are left.
bool cspawn_reap_group(pid_t group);

/// Whether processes below this one whose parent ends become its children, to be reaped here, instead of those of
/// process 1. Nothing outside Linux.
void cspawn_adopt_orphans(bool is_on);

#endif
