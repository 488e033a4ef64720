import Foundation

// Runs a public suite: `ConformanceProbe jsonpath FILE`, `ConformanceProbe schema FOLDER`. The exit status is 1 where a
// case fails.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let suite = arguments.first, let path = arguments.last else {
    FileHandle.standardError.write(Data("use: ConformanceProbe jsonpath FILE | schema FOLDER\n".utf8))
    exit(2)
}
do {
    switch suite {
    case "jsonpath":
        let (passed, total) = try JSONPathSuite.run(path)
        print("\(suite): \(passed) of \(total) cases pass")
        exit(passed == total ? 0 : 1)
    case "schema":
        let summary = try SchemaSuite.run(folder: URL(filePath: path))
        print("\(suite): \(summary.passed) of \(summary.total) cases pass, \(summary.refused) are refused")
        exit(summary.passed + summary.refused == summary.total && summary.passed > 0 ? 0 : 1)
    default:
        FileHandle.standardError.write(Data("there is no suite '\(suite)'\n".utf8))
        exit(2)
    }
} catch {
    FileHandle.standardError.write(Data("\(path): \(error)\n".utf8))
    exit(2)
}
