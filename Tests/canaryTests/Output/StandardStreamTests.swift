import Foundation
import Testing

@testable import canary

@Suite("Standard stream") struct StandardStreamTests {
    @Test("a text is there as soon as it is written")
    func atOnce() throws {
        let pipe = Pipe()
        StandardStream(descriptor: pipe.fileHandleForWriting.fileDescriptor).write("✓ one\n")
        #expect(pipe.fileHandleForReading.availableData == Data("✓ one\n".utf8))
    }

    @Test("a full pipe is waited for, also where it does not block")
    func full() async throws {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        let descriptor = writer.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let stream = StandardStream(descriptor: descriptor)
        let text = String(repeating: "0123456789", count: 30_000)
        Thread.detachNewThread {
            stream.write(text)
            try? writer.close()  // the reader's end is what the test waits for
        }
        let reader = pipe.fileHandleForReading
        let read = await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: reader.readDataToEndOfFile()) }
        }
        #expect(read == Data(text.utf8))
        #expect(stream.failure == nil)
    }

    @Test("after a failure nothing more is tried")
    func failure() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        let stream = StandardStream(descriptor: descriptor)
        stream.write("x")
        close(descriptor)
        stream.write("y")
        #expect(stream.failure == ENOSPC)
    }
}
