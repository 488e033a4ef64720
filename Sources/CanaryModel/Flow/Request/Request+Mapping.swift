extension Request {
    func mapped(by map: TextMap) -> Request {
        var request = self
        request.url = map.url(url)
        request.headers = headers.map { $0.mapped(by: map) }
        request.query = query.map { $0.mapped(by: map) }
        request.body = body.map { $0.mapped(by: map) }
        request.options = options.mapped(by: map)
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
        case .file(let path): .file(map.text(path))
        case .multipart(let parts): .multipart(parts.map { $0.mapped(by: map) })
        }
    }
}

extension RequestPart {
    fileprivate func mapped(by map: TextMap) -> RequestPart {
        let content: Content =
            switch self.content {
            case .text(let text): .text(map.text(text))
            case .file(let path): .file(map.text(path))
            }
        return RequestPart(
            name: map.text(name),
            content: content,
            fileName: fileName.map { map.text($0) },
            mediaType: mediaType.map { map.text($0) }
        )
    }
}

extension RequestOptions {
    fileprivate func mapped(by map: TextMap) -> RequestOptions {
        var options = self
        options.authentication = authentication.map { $0.mapped(by: map) }
        options.authorities = authorities.map { map.text($0) }
        options.clientCertificate = clientCertificate.map {
            ClientCertificate(file: map.text($0.file), key: $0.key.map { map.text($0) })
        }
        options.proxy = proxy.map { map.text($0) }
        options.addresses = addresses.map {
            RequestAddress(host: map.text($0.host), address: map.text($0.address))
        }
        return options
    }
}

extension BasicAuth {
    fileprivate func mapped(by map: TextMap) -> BasicAuth {
        BasicAuth(username: map.text(username), password: map.text(password))
    }
}

extension AWSCredentials {
    fileprivate func mapped(by map: TextMap) -> AWSCredentials {
        AWSCredentials(
            region: map.text(region),
            service: map.text(service),
            accessKey: map.text(accessKey),
            secretKey: map.text(secretKey),
            sessionToken: sessionToken.map { map.text($0) }
        )
    }
}

extension RequestAuthentication {
    fileprivate func mapped(by map: TextMap) -> RequestAuthentication {
        switch self {
        case .basic(let auth): .basic(auth.mapped(by: map))
        case .digest(let auth): .digest(auth.mapped(by: map))
        case .aws(let credentials): .aws(credentials.mapped(by: map))
        case .bearer(let token): .bearer(map.text(token))
        }
    }
}

extension SavedResponseValue {
    fileprivate func mapped(by map: TextMap) -> SavedResponseValue {
        var value = SavedResponseValue(
            name: name,
            reading: reading.mapped(by: map),
            pattern: pattern.map { map.text($0) },
            fallback: fallback.map { $0.mapped(by: map) },
            label: label
        )
        value.filters = filters.map { $0.mapped(by: map) }
        value.isSecret = isSecret
        return value
    }
}

extension ResponseReading {
    func mapped(by map: TextMap) -> ResponseReading {
        switch self {
        case .header(let name): .header(map.text(name))
        case .json(let path): .json(map.text(path))
        case .xpath(let path): .xpath(map.text(path))
        case .cookie(let name, let attribute): .cookie(map.text(name), attribute: attribute)
        default: self  // which holds no text
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
        case .filtered(let filters, let test):
            .filtered(filters.map { $0.mapped(by: map) }, test.mapped(by: map))
        case .each(let test): .each(test.mapped(by: map))
        case .any(let test): .any(test.mapped(by: map))
        case .isStatus, .type, .absent, .format: self
        }
    }
}
