import Basics
import Diagnosis
import Overlap
import Papers
import Registry
import Storage

extension OverlapWords {
    /// These words, or those that come with the system.
    static func given(_ words: OverlapWords?) throws(OfficeFailure) -> OverlapWords {
        if let words { words } else { try shipped() }
    }

    /// The words that come with the system, and those of the office where it has a list of its own.
    package static func shipped(with own: Thesaurus = .none) throws(OfficeFailure) -> OverlapWords {
        do throws(DamagedInstallation) {
            let data = try OverlapData.shipped()
            return OverlapWords(thesaurus: data.thesaurus.adding(own), background: data.background)
        } catch { throw OfficeFailure(error) }
    }
}

extension Desk {
    /// What is known beside a register: whose identity number is none, and who may hold what a catalogue asks for.
    ///
    /// The numbers are unsealed here, looked at and let go; only who is concerned comes out.
    package func factsBeside(_ register: Register, comparing duties: DutyComparison?) throws(OfficeFailure) -> Facts {
        let open = register.matters.values.filter { $0.parts.isEmpty }.sorted { $0.id < $1.id }
        return Facts(
            badIdentityNumbers: try badIdentityNumbers(in: register),
            likelyHolders: duties?.likelyHolders(of: open) ?? [:])
    }

    private func badIdentityNumbers(in register: Register) throws(OfficeFailure) -> Set<Person.ID> {
        let texts = try storing { () throws(StorageFailure) in try journal.texts(kind: .personal, in: jurisdiction) }
        var bad: Set<Digest> = []
        for (digest, text) in texts {
            if let number = PersonalRecord(text)?.number, identityFault(number) != nil { bad.insert(digest) }
        }
        guard !bad.isEmpty else { return [] }
        return Set(register.people.values.filter { bad.contains($0.personal) }.map(\.id))
    }
}
