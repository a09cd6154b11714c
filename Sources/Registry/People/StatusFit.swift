extension PersonStatus {
    /// Whether it goes with a head of this kind (国务院令第486号第十五条, 公务员法第二条).
    package func allows(_ kind: EstablishmentKind) -> Bool { fits[Int(rawValue) - 1].allows(kind) }

    /// Whether it goes with this position.
    package func allows(_ position: PositionKind) -> Bool { fits[Int(rawValue) - 1].allows(position) }
}

extension Person {
    /// Whether their status goes with every head they hold and with their position, where that is known.
    package var fitsStatus: Bool {
        let fit = fits[Int(status.rawValue) - 1]
        return places.allSatisfy { fit.allows($0.kind) } && (position.map { fit.allows($0) } ?? true)
    }
}

/// What a status goes with, as bits by raw code: it is asked of everybody, and hashing would cost more than all else.
private struct Fit: Sendable {
    private var kinds: UInt16 = 0
    private var positions: UInt16 = 0

    init(_ kinds: [EstablishmentKind], _ positions: [PositionKind]) {
        for kind in kinds { self.kinds |= 1 << kind.rawValue }
        for position in positions { self.positions |= 1 << position.rawValue }
    }

    func allows(_ kind: EstablishmentKind) -> Bool { kinds & 1 << kind.rawValue != 0 }
    func allows(_ position: PositionKind) -> Bool { positions & 1 << position.rawValue != 0 }
}

private let institutionKinds = Funding.allCases.map(EstablishmentKind.init(funding:))

// One line for each status. Civil servants and who is managed like them may also be of the professional class
// (公务员法第十六条), and tables call their positions management as often. Institution staff change between management
// and professional positions by their contract. Workers of organs have heads of their own, those of institutions hold
// the institution's. Who holds no place may do any work but a civil servant's.
private let table: [(status: PersonStatus, kinds: [EstablishmentKind], positions: [PositionKind])] = [
    (.civilServant, [.administrative, .politicalLegal], [.civilService, .management, .professional]),
    (.byReference, [.administrative] + institutionKinds, [.civilService, .management, .professional]),
    (.management, institutionKinds, [.management, .professional]),
    (.professional, institutionKinds, [.management, .professional]),
    (.worker, [.worker] + institutionKinds, [.worker]),
    (.filedQuota, [], [.management, .professional, .worker]),
    (.contract, [], [.management, .professional, .worker]),
    (.agency, [], [.management, .professional, .worker]),
    (.auxiliary, [], [.management, .professional, .worker]),
]

/// The fits by raw code, from 1.
private let fits: [Fit] = PersonStatus.allCases.map { status in
    let row = table.first { $0.status == status }
    return Fit(row?.kinds ?? [], row?.positions ?? [])
}
