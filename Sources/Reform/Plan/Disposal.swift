import Basics
import Registry

/// What becomes of all that an abolished body has.
package struct Disposal: Sendable, Hashable {
    /// Who takes the heads.
    package var heads: HolderName
    /// Who takes the leader posts.
    package var posts: HolderName
    /// Who takes the people, by name; nil when there are none.
    package var people: String?
    /// Who takes which duties.
    package var duties: [DutyDisposal]
    /// Who takes the bodies it supervises, sponsors or hosts.
    package var children: String?
    /// Who hangs its name plates; nil to take them down.
    package var plates: String?
    /// Who takes its internal units; nil to close them.
    package var units: String?
    /// Who goes on under its registration; nil to cancel it.
    package var registration: String?

    /// A disposal.
    package init(
        heads: HolderName = .districtPool, posts: HolderName = .districtPool, people: String? = nil,
        duties: [DutyDisposal] = [], children: String? = nil, plates: String? = nil, units: String? = nil,
        registration: String? = nil
    ) {
        self.heads = heads
        self.posts = posts
        self.people = people
        self.duties = duties
        self.children = children
        self.plates = plates
        self.units = units
        self.registration = registration
    }

    /// What becomes of some duties.
    package struct DutyDisposal: Sendable, Hashable {
        /// Which.
        package var duties: Selection
        /// The taker by name; nil to drop them.
        package var taker: String?

        /// Some duties and their taker.
        package init(_ duties: Selection, taker: String?) {
            self.duties = duties
            self.taker = taker
        }
    }
}

/// One part into which a body is split, and what goes there.
package struct SplitPart: Sendable, Hashable {
    /// The part, by name; the body's own name when it goes on with what is left.
    package var name: String
    /// The attributes of a body that the split makes; nil when the part exists.
    package var new: Establishment?
    /// Heads of each kind.
    package var heads: [EstablishmentKind: Int]
    /// Heads of whatever kinds there are, in their order.
    package var anyHeads: Int
    /// Who goes there; nil for nobody.
    package var people: PeopleChoice?
    /// Which duties.
    package var duties: [Selection]
    /// The leader posts the part is to have.
    package var posts: [LeaderRole: Int]
    /// Name plates.
    package var plates: [String]
    /// Internal units.
    package var units: [String]
    /// Bodies it supervises from then on.
    package var children: [String]
    /// Whether it takes all that no part names.
    package var takesRest: Bool

    /// A part.
    package init(
        _ name: String, new: Establishment? = nil, heads: [EstablishmentKind: Int] = [:], anyHeads: Int = 0,
        people: PeopleChoice? = nil, duties: [Selection] = [], posts: [LeaderRole: Int] = [:], plates: [String] = [],
        units: [String] = [], children: [String] = [], takesRest: Bool = false
    ) {
        self.name = name
        self.new = new
        self.heads = heads
        self.anyHeads = anyHeads
        self.people = people
        self.duties = duties
        self.posts = posts
        self.plates = plates
        self.units = units
        self.children = children
        self.takesRest = takesRest
    }
}

/// Which duty statements of a body are meant.
package enum Selection: Sendable, Hashable {
    /// All that it has left.
    case all
    /// By their numbers in its text.
    case numbers([Int])
    /// By words that occur in them.
    case containing(String)
}

/// Which people of a body are meant.
package enum PeopleChoice: Sendable, Hashable {
    /// Everyone on its establishment.
    case all
    /// So many, those first who work at the target already, then by their place in the office's table.
    case count(Int)
    /// Those who work at the target already.
    case workingThere
}

/// How it is put right where people work.
package enum Placement: String, Sendable, Hashable, CaseIterable {
    /// They come back to the body they are on the establishment of.
    case callBack
    /// They leave the establishment and go over to the enterprise; their heads stay with the body.
    case goOver
    /// They go onto the establishment of the body they work at, with the heads they hold.
    case moveWithHeads
    /// They go onto vacant heads of the body they work at; their heads stay.
    case moveWithoutHeads

    /// What a plan calls it.
    package var name: Wording {
        switch self {
        case .callBack: Wording(zh: "回原单位", en: "call back")
        case .goOver: Wording(zh: "转入企业", en: "go over")
        case .moveWithHeads: Wording(zh: "带编转隶", en: "move with heads")
        case .moveWithoutHeads: Wording(zh: "转隶", en: "move without heads")
        }
    }
}
