import Foundation

extension HTTPCertificate {
    /// The certificate of which curl has read this, `Name:value` each; `nil` where there is nothing.
    init?(lines: [String]) {
        if lines.isEmpty { return nil }
        func value(_ name: String) -> String? {
            lines.first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
        }
        self.init(
            subject: value("Subject") ?? "",
            issuer: value("Issuer") ?? "",
            serialNumber: value("Serial Number") ?? "",
            names: (value("X509v3 Subject Alternative Name") ?? "").split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            },
            begins: value("Start date").flatMap(Date.init(certificateText:)),
            ends: value("Expire date").flatMap(Date.init(certificateText:))
        )
    }
}

extension Date {
    /// Reads `Dec 21 09:04:16 2026 GMT` (OpenSSL) and `2026-12-21 09:04:16 GMT` (later versions of curl).
    init?(certificateText text: String) {
        let words = text.split(separator: " ")
        let isByMonth = words.count == 5
        guard words.count == 3 || isByMonth, words.last == "GMT" else { return nil }
        let day =
            isByMonth
            ? [Int(words[3]), Self.months.firstIndex(of: String(words[0])).map { $0 + 1 }, Int(words[1])]
            : words[0].split(separator: "-").map { Int($0) }
        let time = words[words.count - (isByMonth ? 3 : 2)].split(separator: ":").map { Int($0) }
        let numbers = (day + time).compactMap(\.self)
        guard numbers.count == 6, (1...12).contains(numbers[1]) else { return nil }
        let seconds = (numbers[3] * 60 + numbers[4]) * 60 + numbers[5]
        let days = Self.days(year: numbers[0], month: numbers[1], day: numbers[2])
        self.init(timeIntervalSince1970: Double(days * 86_400 + seconds))
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The days from 1970 to a day of the Gregorian calendar; a year is counted from March on, so that a leap day is its last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
