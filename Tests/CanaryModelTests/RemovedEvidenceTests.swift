import CanaryModel
import Testing

@Suite("Evidence that was removed") struct RemovedEvidenceTests {
    @Test(
        "it is told in a sentence",
        arguments: [
            (
                1, 512, 50_000_000,
                "1 file of evidence (512 bytes) was removed: all of it may take 50 MB (--max-artifacts)"
            ),
            (
                12, 1_234_567, 1_500_000_000,
                "12 files of evidence (1.2 MB) were removed: all of it may take 1.5 GB (--max-artifacts)"
            ),
        ]
    )
    func sentence(files: Int, bytes: Int, limit: Int, expected: String) {
        #expect(RemovedEvidence(files: files, bytes: bytes, limit: limit).sentence == expected)
    }

    @Test(
        "a size is written as people read it",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (999_499, "999 kB"),
            (999_500, "1 MB"), (1_049_999, "1 MB"), (1_050_000, "1.1 MB"), (999_949_999, "999.9 MB"),
            (999_950_000, "1 GB"), (12_340_000_000, "12.3 GB"),
        ]
    )
    func size(bytes: Int, expected: String) {
        #expect(bytes.size == expected)
    }
}
