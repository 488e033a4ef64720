#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

int cspawn_wait(pid_t process, bool *is_signal, int *status) {
    siginfo_t end = {0};
    while (waitid(P_PID, (id_t)process, &end, WEXITED | WNOWAIT) != 0) {
        if (errno != EINTR) return errno;
    }
    *is_signal = end.si_code != CLD_EXITED;
    *status = end.si_status;
    return 0;
}

bool cspawn_reap_group(pid_t group) {
    while (waitpid(-group, nullptr, WNOHANG) > 0) {}
    return kill(-group, 0) == 0;
}

void cspawn_adopt_orphans(bool is_on) {
#ifdef __linux__
    prctl(PR_SET_CHILD_SUBREAPER, is_on ? 1ul : 0ul, 0ul, 0ul, 0ul);
#else
    (void)is_on;
#endif
}
