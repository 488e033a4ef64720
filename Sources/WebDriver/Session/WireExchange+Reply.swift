import CanaryHTTP
import Foundation

extension WireExchange {
    init<Response>(_ request: HTTPRequest, path: String, _ exchange: Exchange<Response>, _ duration: Duration)
    {
        method = request.method
        self.path = path
        self.duration = duration
        status = exchange.reply?.status
        self.request = String(decoding: request.body ?? Data(), as: UTF8.self)
        reply = String(decoding: exchange.reply?.body.prefix(2000) ?? Data(), as: UTF8.self)
        switch exchange.result {
        case .success: code = nil
        case .failure(let error): code = error.code
        }
    }
}
