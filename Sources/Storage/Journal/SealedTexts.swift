import Basics
import Registry

extension Act {
    /// The digests it carries of texts that stand sealed beside the journal, with what each is.
    var sealedTexts: [(digest: Digest, kind: SealedKind)] {
        var named: [(Digest, SealedKind)] = [(document.title, .title)]
        if let reason { named.append((reason, .reason)) }
        for dated in changes {
            switch dated.change {
            case .registerPerson(_, let personal, _, _, _, _), .amendPersonal(_, let personal):
                named.append((personal, .personal))
            case .dropDuty(_, let reason): named.append((reason, .reason))
            default: break
            }
        }
        return named
    }
}
