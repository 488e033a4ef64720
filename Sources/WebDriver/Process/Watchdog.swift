import Foundation

/// A shell that clears away a run when canary is gone, `kill -9` included.
///
/// It reads a pipe whose write end canary alone holds, so that canary's end, however it comes, is the pipe's end.
/// It has a session of its own: what ends canary's group or terminal does not reach it.
final class Watchdog: Sendable {
    private let shell: ChildProcess
    // Both ends: while the read end is open here too, a shell that somebody killed costs no SIGPIPE.
    private let pipe: Pipe

    /// Starts watching.
    ///
    /// - Parameter folder: What is removed at the end; also what tells a process of the run, by its environment.
    /// - Throws: Why no shell could be started.
    init(folder: PrivateFolder) throws(SystemCallError) {
        pipe = try Pipe()
        do {
            shell = try ChildProcess(
                "/bin/sh",
                ["-c", Self.script, "canary-watchdog", folder.path],
                environment: ["PATH": "/usr/bin:/bin"],
                directory: "/",
                input: pipe.readEnd,
                isSession: true
            )
        } catch {
            pipe.close()
            throw error
        }
    }

    /// Adds a process group to what is ended.
    func guardGroup(_ id: pid_t) { tell("group \(id)") }

    /// Adds a process to what is ended.
    func guardProcess(_ id: pid_t) { tell("process \(id)") }

    /// Ends the watching and nothing else; blocks until the shell is gone.
    func end() {
        tell("end")
        shell.reap()
        pipe.close()
    }

    /// Lets the shell end what is there, as it does when canary is gone, and waits for nothing.
    func takeOver() {
        pipe.close()
        Task { [shell] in
            _ = await shell.waitUntilExit()
            shell.reap()
        }
    }

    // Far shorter than a pipe's buffer: written at once and whole.
    private func tell(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(pipe.writeEnd, bytes, bytes.count)
    }

    // The groups and processes first; then whatever else has the folder in its environment: what was started in the
    // moment before its group was told, or left its group. A process that is being killed may still write: the folder
    // is removed until it stays away.
    private static let script = """
        trap '' HUP INT QUIT TERM PIPE
        targets=
        while read -r kind id; do
            case $kind in
            group) targets="$targets -$id" ;;
            process) targets="$targets $id" ;;
            end) exit 0 ;;
            esac
        done
        for target in $targets; do kill -s KILL -- "$target"; done 2>/dev/null
        for attempt in 1 2 3 4 5 6 7 8 9 10; do
            rm -rf -- "$1"
            for file in $(grep -ls -- "$1" /proc/[0-9]*/environ); do
                process=${file#/proc/}
                kill -s KILL -- "${process%/*}"
            done 2>/dev/null
            rm -rf -- "$1"
            [ -e "$1" ] || exit 0
            sleep 0.1
        done
        """
}
