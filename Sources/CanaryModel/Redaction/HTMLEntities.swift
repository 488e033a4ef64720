/// The named character references of HTML for ASCII punctuation and Latin-1: those that encoders write.
///
/// Names are from [the HTML standard](https://html.spec.whatwg.org/multipage/named-characters.html).
enum HTMLEntities {
    /// The character with this name (`amp`), without `&` and `;`.
    static func scalar(named name: some Collection<UInt8>) -> Unicode.Scalar? {
        guard (2...8).contains(name.count) else { return nil }
        return scalars[key(name)]
    }

    /// A name of up to eight bytes as one number, so that looking one up allocates nothing.
    private static func key(_ name: some Collection<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let scalars: [UInt64: Unicode.Scalar] = {
        var scalars: [UInt64: Unicode.Scalar] = [:]
        for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
            scalars[key(name.utf8)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        for (scalar, names) in punctuation {
            for name in names.split(separator: " ") { scalars[key(name.utf8)] = scalar }
        }
        return scalars
    }()

    private static let punctuation: [Unicode.Scalar: String] = [
        "\t": "Tab", "\n": "NewLine", "!": "excl", "\"": "quot QUOT", "#": "num", "$": "dollar",
        "%": "percnt",
        "&": "amp AMP", "'": "apos", "(": "lpar", ")": "rpar", "*": "ast midast", "+": "plus", ",": "comma",
        ".": "period", "/": "sol", ":": "colon", ";": "semi", "<": "lt LT", "=": "equals",
        ">": "gt GT", "?": "quest", "@": "commat", "[": "lsqb lbrack", "\\": "bsol", "]": "rsqb rbrack",
        "^": "Hat", "_": "lowbar UnderBar", "`": "grave", "{": "lcub lbrace", "|": "verbar vert",
        "}": "rcub rbrace",
        "\u{20AC}": "euro",
    ]

    /// U+00A0 to U+00FF in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
        agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """
}
