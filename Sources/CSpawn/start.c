#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

// The three descriptors are first copied above 2: a source that is itself 0, 1 or 2 would be overwritten by an
// earlier copy.
static int prepare(posix_spawn_file_actions_t *actions, const int sources[3], int copies[3]) {
    for (int target = 0; target < 3; target += 1) {
        copies[target] = sources[target] < 0 ? open("/dev/null", O_RDWR | O_CLOEXEC)
                                             : fcntl(sources[target], F_DUPFD_CLOEXEC, 3);
        if (copies[target] >= 0 && copies[target] < 3) {
            const int low = copies[target];
            copies[target] = fcntl(low, F_DUPFD_CLOEXEC, 3);
            close(low);
        }
        if (copies[target] < 0) return errno;
        const int failure = posix_spawn_file_actions_adddup2(actions, copies[target], target);
        if (failure != 0) return failure;
    }
#ifdef __linux__
    return posix_spawn_file_actions_addclosefrom_np(actions, 3);
#else
    return 0;  // POSIX_SPAWN_CLOEXEC_DEFAULT
#endif
}

static int configure(posix_spawnattr_t *attributes, bool is_session) {
    sigset_t every, none;
    sigfillset(&every);
    sigemptyset(&none);
    short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    flags |= is_session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    int failure = posix_spawnattr_setsigdefault(attributes, &every);
    if (failure == 0) failure = posix_spawnattr_setsigmask(attributes, &none);
    if (failure == 0) failure = posix_spawnattr_setpgroup(attributes, 0);
    if (failure == 0) failure = posix_spawnattr_setflags(attributes, flags);
    return failure;
}

int cspawn_start(
    const struct cspawn_program *program, char *const arguments[], char *const environment[], pid_t *process
) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure != 0) return failure;
    failure = posix_spawnattr_init(&attributes);
    if (failure != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return failure;
    }
    const int sources[3] = {program->input, program->output, program->error};
    int copies[3] = {-1, -1, -1};
    failure = prepare(&actions, sources, copies);
    if (failure == 0) failure = posix_spawn_file_actions_addchdir_np(&actions, program->directory);
    if (failure == 0) failure = configure(&attributes, program->is_session);
    if (failure == 0) {
        failure = posix_spawn(process, program->path, &actions, &attributes, arguments, environment);
    }
    for (int index = 0; index < 3; index += 1) {
        if (copies[index] >= 0) close(copies[index]);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

int cspawn_pipe(int *read_end, int *write_end) {
    int ends[2];
#ifdef __linux__
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#else
    // Not in one step: nothing here spawns in between without POSIX_SPAWN_CLOEXEC_DEFAULT.
    if (pipe(ends) != 0) return errno;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
    *read_end = ends[0];
    *write_end = ends[1];
    return 0;
}
