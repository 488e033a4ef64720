/// What happens to one request: an answer, when it goes out, and how much of it.
struct Reply {
    /// How much of the answer goes out.
    enum Ending {
        case whole
        case half
        case none
        case never
    }

    var response: Response
    var delay = Duration.zero
    var ending = Ending.whole

    /// The application's answer to `request`, spoilt by `effects`.
    ///
    /// Where an effect answers in its place, the application does not hear of the request.
    init(_ application: Application, to request: DemoSite.Request, effects: [DemoSite.Effect]) {
        var replacement: Response?
        for effect in effects {
            switch effect {
            case .delay(let time): delay += time
            case .status(let status): replacement = application.errorPage(status: status)
            case .redirectForever: replacement = .redirect(to: request.path)
            case .neverAnswer: ending = .never
            case .closeBeforeAnswer: ending = .none
            case .closeMidBody: ending = .half
            default: break
            }
        }
        if request.path.hasPrefix("/cases/"), let time = request.query["delay"].flatMap({ Int($0) }) {
            delay += .milliseconds(time)
        }
        response = replacement ?? application.respond(to: request)
        if response.isHTML { response.body = PageEffects(effects).applied(to: response.body) }
    }
}
