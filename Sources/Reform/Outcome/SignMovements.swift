import Basics
import Registry

/// Where name plates, internal units and registrations went: what a body that ends leaves beside heads, people and
/// duties.
package struct SignMovements: Sendable {
    /// In the order in which they went.
    package private(set) var passages: [Passage] = []

    /// What can go.
    package enum Sign: Hashable, Sendable {
        /// A name plate, by what it says.
        case plate(String)
        /// An internal unit, by name.
        case unit(String)
        /// A registration, by its code.
        case registration(String)
    }

    /// One of them from a body to another.
    package struct Passage: Hashable, Sendable {
        /// What.
        package let sign: Sign
        /// From; nil when it is new.
        package let from: Institution.ID?
        /// To; nil when it is taken down, closed or cancelled.
        package fileprivate(set) var to: Institution.ID?
    }

    /// What these changes move, seen from the register before them.
    package init(of changes: [Change], in before: Register) {
        for change in changes {
            switch change {
            case .removePlate(let id, let plate): leave(.plate(plate), id)
            case .hangPlate(let id, let plate): arrive(.plate(plate), id)
            case .dropUnit(let id, let name): leave(.unit(name), id)
            case .addUnit(let id, let unit): arrive(.unit(unit.name), id)
            case .amend(let id, .registrationCode(nil)):
                guard let code = before.institutions[id]?.profile.registrationCode else { continue }
                leave(.registration(code), id)
            case .amend(let id, .registrationCode(let code?)): arrive(.registration(code), id)
            default: break
            }
        }
    }

    private mutating func leave(_ sign: Sign, _ id: Institution.ID) {
        passages.append(Passage(sign: sign, from: id, to: nil))
    }

    /// What arrives somewhere is what left last and has not arrived yet.
    private mutating func arrive(_ sign: Sign, _ id: Institution.ID) {
        if let index = passages.lastIndex(where: { $0.sign == sign && $0.to == nil && $0.from != nil }) {
            passages[index].to = id
        } else {
            passages.append(Passage(sign: sign, from: nil, to: id))
        }
    }
}

extension SignMovements.Sign {
    /// What it is called.
    package var wording: Wording {
        switch self {
        case .plate(let name): Wording(zh: "牌子“\(name)”", en: "name plate “\(name)”")
        case .unit(let name): Wording(zh: "内设机构“\(name)”", en: "internal unit “\(name)”")
        case .registration(let code): Wording(zh: "登记\(code)", en: "registration \(code)")
        }
    }

    /// What became of it where it went nowhere.
    package var ended: Wording {
        switch self {
        case .plate: Wording(zh: "摘牌", en: "taken down")
        case .unit: Wording(zh: "撤销", en: "closed")
        case .registration: Wording(zh: "注销", en: "cancelled")
        }
    }
}
