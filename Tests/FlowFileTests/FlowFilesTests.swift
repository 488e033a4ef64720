import CanaryModel
import Foundation
import Testing

@testable import FlowFile

@Suite("Files") struct FlowFilesTests {
    private static let flow = "{ name: 'a', steps: [{ back: true }] }"

    private func told(_ path: String, in folder: TemporaryFolder) -> [String] {
        FlowReader().read(path: folder.path + "/" + path).diagnostics.map { folder.short($0.description) }
    }

    @Test("that cannot be read are told as a whole")
    func unreadable() throws {
        try TemporaryFolder.with(["folder/a": ""]) { folder in
            #expect(told("no.canary.json5", in: folder) == ["no.canary.json5: there is no such file"])
            #expect(told("folder", in: folder) == ["folder: this is a folder, not a file"])
        }
    }

    @Test("that are pipes or devices are told and not waited for, as flow and as shared steps")
    func noFiles() throws {
        try TemporaryFolder.with(["a.json5": "{ name: 'a', steps: [{ use: 'pipe' }] }"]) { folder in
            #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
            let reason = "this is a pipe or a device, not a file"
            #expect(told("pipe", in: folder) == ["pipe: \(reason)"])
            #expect(FlowReader().read(path: "/dev/zero").told == ["0:0 \(reason)"])
            #expect(
                FlowReader().read(path: folder.path + "/a.json5").told
                    == ["1:29 'pipe' cannot be used: \(reason)"]
            )
        }
    }

    @Test("over 16 MB are refused, and those just under it are read")
    func size() throws {
        try TemporaryFolder.with([:]) { folder in
            let padding = Data(repeating: UInt8(ascii: " "), count: (16 << 20) - Self.flow.utf8.count)
            try folder.write("fits.json5", Data(Self.flow.utf8) + padding)
            try folder.write("large.json5", Data(Self.flow.utf8) + padding + Data(" ".utf8))
            #expect(told("fits.json5", in: folder) == [])
            #expect(told("large.json5", in: folder) == ["large.json5: the file is larger than 16 MB"])
        }
    }

    @Test(
        "that are not UTF-8 are told with the place of the first wrong byte",
        arguments: [
            ([0xFF], "2:6: the file is not UTF-8: unexpected byte 0xFF at offset 11; save it as UTF-8"),
            ([0xC3], "2:6: the file is not UTF-8: unexpected byte 0xC3 at offset 11; save it as UTF-8"),
            (
                [0xED, 0xA0, 0x80],
                "2:6: the file is not UTF-8: unexpected byte 0xED at offset 11; save it as UTF-8"
            ),
            (
                [0xC0, 0x80],
                "2:6: the file is not UTF-8: unexpected byte 0xC0 at offset 11; save it as UTF-8"
            ),
        ] as [([UInt8], String)]
    )
    func notUTF8(bytes: [UInt8], message: String) throws {
        try TemporaryFolder.with([:]) { folder in
            try folder.write("a.json5", Data("// é\n{name".utf8) + Data(bytes) + Data(": 1 }".utf8))
            #expect(told("a.json5", in: folder) == ["a.json5:\(message)"])
        }
    }

    @Test("in folders are found by their ending, sorted, without hidden folders and node_modules")
    func search() throws {
        let names = [
            "b.canary.json5", "a/z.canary.json5", "a/a.canary.json5", "a.canary.json5", "c.json5",
            "s.steps.json5",
            ".hidden/x.canary.json5", ".build/x.canary.json5", "a/node_modules/x.canary.json5",
            ".x.canary.json5",
        ]
        try TemporaryFolder.with(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.flow) })) { folder in
            try folder.link("a/loop", to: folder.path)
            try folder.link("linked.canary.json5", to: "c.json5")
            let search = FlowSearch([folder.path])
            #expect(search.diagnostics == [])
            #expect(
                search.files.map(folder.short) == [
                    "a.canary.json5", "a/a.canary.json5", "a/z.canary.json5", "b.canary.json5",
                    "linked.canary.json5",
                ]
            )
        }
    }

    @Test("in folders are told where they are links that lead nowhere, and passed over where they are pipes")
    func deadLinks() throws {
        try TemporaryFolder.with(["a.canary.json5": Self.flow]) { folder in
            try folder.link("dead.canary.json5", to: "nowhere")
            #expect(mkfifo(folder.path + "/pipe.canary.json5", 0o600) == 0)
            #expect(
                FlowSearch([folder.path]).files.map(folder.short) == ["a.canary.json5", "dead.canary.json5"]
            )
            #expect(told("dead.canary.json5", in: folder) == ["dead.canary.json5: the link leads to no file"])
        }
    }

    @Test("named themselves may have any name, and count once")
    func named() throws {
        try TemporaryFolder.with(["x/a.canary.json5": Self.flow, "c.json5": Self.flow]) { folder in
            let search = FlowSearch(
                ["/c.json5", "/x", "/x/../x/./a.canary.json5", "/x/"].map { folder.path + $0 }
            )
            #expect(search.diagnostics == [])
            #expect(search.files.map(folder.short) == ["c.json5", "x/a.canary.json5"])
        }
    }

    @Test("that are not there, and folders without a flow, are told")
    func notFound() throws {
        try TemporaryFolder.with(["empty/readme": ""]) { folder in
            let search = FlowSearch(["/no", "/empty"].map { folder.path + $0 })
            #expect(search.files == [])
            #expect(
                search.diagnostics.map { folder.short($0.description) } == [
                    "no: there is no such file or folder",
                    "empty: no *.canary.json5 found in this folder or below",
                ]
            )
        }
    }

    @Test("of one run may not give two flows one name")
    func duplicateNames() throws {
        let files = [
            "a.canary.json5": Self.flow, "b.canary.json5": "{\n name: 'a', steps: [{ back: true }] }",
            "c.canary.json5": "{}",
        ]
        try TemporaryFolder.with(files) { folder in
            let set = FlowReader().read(paths: [folder.path])
            #expect(set.flows.map { folder.short($0.file) } == ["a.canary.json5"])
            #expect(
                set.diagnostics.map { folder.short($0.headline) } == [
                    "b.canary.json5:2:8: the name 'a' is taken by the flow at a.canary.json5:1:9",
                    "c.canary.json5:1:1: the flow has no 'name'; add name: \"login\"; a name is made of a-z 0-9 _ -",
                    "c.canary.json5:1:1: the flow has no 'steps'",
                ]
            )
        }
    }

    @Test("to upload are taken beside the file that names them, as absolute paths")
    func uploads() throws {
        let files = [
            "x/a.canary.json5":
                "{ name: 'a', steps: [{ use: 'lib/s.json5' }, { upload: '#a', files: 'p.png' }] }",
            "x/lib/s.json5": "[{ upload: '#a', files: ['q.png', '../p.png'] }]", "x/p.png": "",
            "x/lib/q.png": "",
        ]
        try TemporaryFolder.with(files) { folder in
            let reading = FlowReader().read(path: folder.path + "/x/a.canary.json5")
            #expect(reading.told == [])
            let uploaded = reading.flow?.steps.map { step -> [String] in
                guard case .upload(_, let files)? = step.action else { return [] }
                return files
            }
            #expect(
                uploaded == [
                    [folder.path + "/x/lib/q.png", folder.path + "/x/p.png"], [folder.path + "/x/p.png"],
                ]
            )
        }
    }
}
