public import CanaryModel
public import Foundation

/// A run as JUnit XML, the form that CI systems read.
public enum JUnitReport {
    /// The file's bytes, UTF-8.
    public static func data(for run: RunResult) -> Data { Data() }
}
