import CCurl
import CanaryHTTP
import Foundation
import TestSupport
import Testing

// Meant to be read in a release build: swift test -c release --filter OverheadTests
@Suite("The cost of a request")
struct OverheadTests {
    @Test("the overhead over bare libcurl is at most 0.05 ms in a release build")
    func overhead() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await BareDriver.withDriver { driver in
                let url = "\(driver.baseURL)/status"
                // The best of five: other processes can only add to it.
                var overheads: [Duration] = []
                for _ in 0..<5 {
                    let (bare, client) = try await medians(of: 1000, url)
                    overheads.append(client - bare)
                    print("GET /status, median of 1000: bare libcurl \(bare), client \(client)")
                    if client - bare < limit { break }
                }
                #expect(overheads.contains { $0 < limit }, "\(overheads)")
            }
        }
        printOutput(of: result)
    }
}

/// A debug build shows that nothing is out of proportion, no more.
#if DEBUG
private let limit: Duration = .microseconds(500)
#else
private let limit: Duration = .microseconds(50)
#endif

/// Measures both in turns, each on a connection of its own.
private func medians(of count: Int, _ url: String) async throws -> (bare: Duration, client: Duration) {
    let client = HTTPClient()
    let handle = try #require(curl_easy_init())
    defer { curl_easy_cleanup(handle) }
    try #require(curl_easy_setopt_string(handle, CURLOPT_URL, url) == CURLE_OK)
    try #require(
        curl_easy_setopt_receiver(handle, CURLOPT_WRITEFUNCTION) { _, _, count, _ in count } == CURLE_OK
    )
    let clock = ContinuousClock()
    var times: (bare: [Duration], client: [Duration]) = ([], [])
    for _ in 0..<count {
        var code = CURLE_OK
        times.bare.append(clock.measure { code = curl_easy_perform(handle) })
        try #require(code == CURLE_OK)
        let start = clock.now
        let response = try await client.send(HTTPRequest(url: url), deadline: farAway)
        times.client.append(clock.now - start)
        try #require(response.status == 200)
    }
    return (times.bare.sorted()[count / 2], times.client.sorted()[count / 2])
}
