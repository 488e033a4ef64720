#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

int cspawn_wait(pid_t process, bool *is_signal, int *status) {
    siginfo_t end = {0};
    while (waitid(P_PID, (id_t)process, &end, WEXITED | WNOWAIT) != 0) {
        if (errno != EINTR) return errno;
    }
    *is_signal = end.si_code != CLD_EXITED;
    *status = end.si_status;
    return 0;
}

void cspawn_reap_group(pid_t group) {
    while (waitpid(-group, nullptr, WNOHANG) > 0) {}
}
