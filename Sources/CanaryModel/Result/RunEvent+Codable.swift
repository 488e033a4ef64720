extension RunEvent: Codable {
    /// What an event is called in JSON, under the key `event`.
    fileprivate enum Name: String, Codable {
        case runStarted, flowStarted, stepStarted, stepEnded, attemptEnded, flowEnded, runEnded
    }

    fileprivate enum CodingKeys: String, CodingKey {
        case event, run, version, flows, flow, attempt, group, number, name, isCleanup, result, at
        case state, outcome, duration, failure
    }

    /// Writes the event as one flat object: `{"event": "stepEnded", "flow": "login", …}`.
    public func encode(to encoder: any Encoder) throws {
        var json = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .runStarted(let run, let version, let flows, let time):
            try json.encode(Name.runStarted, forKey: .event)
            try json.encode(run, forKey: .run)
            try json.encode(version, forKey: .version)
            try json.encode(flows, forKey: .flows)
            try json.encode(time, forKey: .at)
        case .flowStarted(let flow, let attempt, let time):
            try json.encode(.flowStarted, flow, attempt)
            try json.encode(time, forKey: .at)
        case .stepStarted(let flow, let attempt, let group, let number, let name, let time):
            try json.encode(.stepStarted, flow, attempt)
            try json.encodeIfPresent(group, forKey: .group)
            try json.encode(number, forKey: .number)
            try json.encode(name, forKey: .name)
            try json.encode(time, forKey: .at)
        case .stepEnded(let flow, let attempt, let group, let isCleanup, let result):
            try json.encode(.stepEnded, flow, attempt)
            try json.encodeIfPresent(group, forKey: .group)
            try json.encode(isCleanup, forKey: .isCleanup)
            try json.encode(result, forKey: .result)
        case .attemptEnded(let flow, let result):
            try json.encode(.attemptEnded, flow, result.number)
            try json.encode(result, forKey: .result)
        case .flowEnded(let result):
            try json.encode(Name.flowEnded, forKey: .event)
            try json.encode(result.name, forKey: .flow)
            try json.encode(result, forKey: .result)
        case .runEnded(let run, let state, let outcome, let duration, let failure):
            try json.encode(Name.runEnded, forKey: .event)
            try json.encode(run, forKey: .run)
            try json.encode(state, forKey: .state)
            try json.encode(outcome, forKey: .outcome)
            try json.encode(duration, forKey: .duration)
            try json.encodeIfPresent(failure, forKey: .failure)
        }
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let json = try decoder.container(keyedBy: CodingKeys.self)
        switch try json.decode(Name.self, forKey: .event) {
        case .runStarted:
            self = .runStarted(
                run: try json.decode(String.self, forKey: .run),
                version: try json.decode(String.self, forKey: .version),
                flows: try json.decode([String].self, forKey: .flows),
                at: try json.decode(Timestamp.self, forKey: .at)
            )
        case .flowStarted:
            self = .flowStarted(
                flow: try json.decode(String.self, forKey: .flow),
                attempt: try json.decode(Int.self, forKey: .attempt),
                at: try json.decode(Timestamp.self, forKey: .at)
            )
        case .stepStarted:
            self = .stepStarted(
                flow: try json.decode(String.self, forKey: .flow),
                attempt: try json.decode(Int.self, forKey: .attempt),
                group: try json.decodeIfPresent(String.self, forKey: .group),
                number: try json.decode(Int.self, forKey: .number),
                name: try json.decode(String.self, forKey: .name),
                at: try json.decode(Timestamp.self, forKey: .at)
            )
        case .stepEnded:
            self = .stepEnded(
                flow: try json.decode(String.self, forKey: .flow),
                attempt: try json.decode(Int.self, forKey: .attempt),
                group: try json.decodeIfPresent(String.self, forKey: .group),
                isCleanup: try json.decode(Bool.self, forKey: .isCleanup),
                result: try json.decode(StepResult.self, forKey: .result)
            )
        case .attemptEnded:
            self = .attemptEnded(
                flow: try json.decode(String.self, forKey: .flow),
                result: try json.decode(AttemptResult.self, forKey: .result)
            )
        case .flowEnded:
            self = .flowEnded(try json.decode(FlowResult.self, forKey: .result))
        case .runEnded:
            self = .runEnded(
                run: try json.decode(String.self, forKey: .run),
                state: try json.decode(RunResult.State.self, forKey: .state),
                outcome: try json.decode(Outcome.self, forKey: .outcome),
                duration: try json.decode(Int.self, forKey: .duration),
                failure: try json.decodeIfPresent(Failure.self, forKey: .failure)
            )
        }
    }
}

extension KeyedEncodingContainer where Key == RunEvent.CodingKeys {
    /// What all events of an attempt begin with.
    fileprivate mutating func encode(_ name: RunEvent.Name, _ flow: String, _ attempt: Int) throws {
        try encode(name, forKey: .event)
        try encode(flow, forKey: .flow)
        try encode(attempt, forKey: .attempt)
    }
}
