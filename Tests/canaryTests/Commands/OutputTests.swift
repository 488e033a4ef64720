import TestSupport
import Testing

@Suite("Standard output and error") struct OutputTests {
    @Test("a reader that goes away is no crash and no mistake")
    func brokenPipe() async throws {
        // The reader has gone before canary writes.
        let script = """
            cd "$2"; mkfifo pipe; (exec 4<pipe) & exec 3>pipe; wait; "$1" help run >&3; echo "status $?"
            """
        let lines = try await withTemporaryFolder { try await Canary.lines(script, [$0]) }
        #expect(lines == ["status 0"])
    }

    @Test("a disk that is full is an error, and told")
    func full() async throws {
        let lines = try await Canary.lines("\"$1\" help run >/dev/full; echo \"status $?\"", [])
        #expect(lines == ["canary: standard output: No space left on device", "status 4"])
    }

    @Test("closed standard streams do no harm")
    func closed() async throws {
        let lines = try await Canary.lines("\"$1\" --help <&- >&- 2>&-; echo \"status $?\"", [])
        #expect(lines == ["status 0"])
    }
}
