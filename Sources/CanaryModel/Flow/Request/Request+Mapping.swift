extension Request {
    func mapped(by map: TextMap) -> Request {
        var request = self
        request.url = map.url(url)
        request.headers = headers.map { $0.mapped(by: map) }
        request.query = query.map { $0.mapped(by: map) }
        request.body = body.map { $0.mapped(by: map) }
        request.authentication = authentication.map { $0.mapped(by: map) }
        request.retry?.until = (retry?.until ?? []).map { $0.mapped(by: map) }
        request.saved = saved.map { $0.mapped(by: map) }
        return request
    }
}

extension RequestField {
    fileprivate func mapped(by map: TextMap) -> RequestField {
        RequestField(name: map.text(name), value: map.text(value))
    }
}

extension RequestBody {
    fileprivate func mapped(by map: TextMap) -> RequestBody {
        switch self {
        case .json(let value): .json(value.mapped(by: map))
        case .form(let fields): .form(fields.map { $0.mapped(by: map) })
        case .text(let text): .text(map.text(text))
        }
    }
}

extension RequestAuthentication {
    fileprivate func mapped(by map: TextMap) -> RequestAuthentication {
        switch self {
        case .basic(let auth):
            .basic(BasicAuth(username: map.text(auth.username), password: map.text(auth.password)))
        case .bearer(let token): .bearer(map.text(token))
        }
    }
}

extension SavedResponseValue {
    fileprivate func mapped(by map: TextMap) -> SavedResponseValue {
        SavedResponseValue(
            name: name,
            reading: reading.mapped(by: map),
            pattern: pattern.map { map.text($0) },
            fallback: fallback.map { $0.mapped(by: map) },
            label: label
        )
    }
}

extension ResponseReading {
    func mapped(by map: TextMap) -> ResponseReading {
        switch self {
        case .header(let name): .header(map.text(name))
        case .json(let path): .json(map.text(path))
        case .status, .document, .body, .size, .duration: self
        }
    }
}

extension ValueTest {
    func mapped(by map: TextMap) -> ValueTest {
        switch self {
        case .equals(let value): .equals(value.mapped(by: map))
        case .contains(let value): .contains(value.mapped(by: map))
        case .schema(let document): .schema(document.mapped(by: map))
        case .matches(let pattern): .matches(map.text(pattern))
        case .startsWith(let text): .startsWith(map.text(text))
        case .endsWith(let text): .endsWith(map.text(text))
        case .count(let test): .count(test.mapped(by: map))
        case .atLeast(let bound): .atLeast(bound.mapped(by: map))
        case .atMost(let bound): .atMost(bound.mapped(by: map))
        case .lessThan(let bound): .lessThan(bound.mapped(by: map))
        case .greaterThan(let bound): .greaterThan(bound.mapped(by: map))
        case .isStatus, .type, .absent: self
        }
    }
}
