import CanaryModel

/// One sentence of a failure, with what was seen that bears it out.
struct Finding: Sendable, Hashable {
    /// What was asked and what was found.
    let sentence: String
    /// What was seen.
    let facts: [Fact]
}

extension Failure {
    /// The causes after the most telling one.
    var otherCauses: [Fact] {
        causes.count < 2 ? [] : [Fact("and", causes.dropFirst().map(\.message))]
    }

    /// The failure's sentences, each with the facts of the diagnosis that it comes from.
    var findings: [Finding] {
        let diagnosed = diagnoses.map { diagnosis in
            let place = diagnosis.position == position ? nil : diagnosis.position
            let facts = diagnosis.facts + (place.map { [Fact("at", $0.description)] } ?? [])
            return Finding(sentence: diagnosis.sentence, facts: facts)
        }
        return sentences.map { sentence in
            if sentence == causeSentence { return Finding(sentence: sentence, facts: otherCauses) }
            return diagnosed.first { $0.sentence == sentence } ?? Finding(sentence: sentence, facts: [])
        }
    }
}
