import Basics
import Registry

/// A holder as people name it.
package enum HolderName: Sendable, Hashable {
    /// The district pool.
    case districtPool
    /// The turnover pool.
    case turnoverPool
    /// Back to the upper level.
    case returned
    /// Newly granted by the upper level, or back into its grant.
    case grant
    /// A body.
    case body(String)
}

/// The attributes of a body to be set up; what is nil comes from the bodies it is made of, or stays unknown.
package struct Establishment: Sendable, Hashable {
    /// What kind of body.
    package var type: InstitutionType?
    /// Its rank.
    package var rank: Rank?
    /// Its class.
    package var category: InstitutionCategory?
    /// How it is paid for.
    package var funding: Funding?
    /// Its supervisor, by name.
    package var supervisor: String?
    /// Its sponsor, by name.
    package var sponsor: String?
    /// The host of its joint office, by name.
    package var host: String?

    /// Attributes.
    package init(
        type: InstitutionType? = nil, rank: Rank? = nil, category: InstitutionCategory? = nil,
        funding: Funding? = nil, supervisor: String? = nil, sponsor: String? = nil, host: String? = nil
    ) {
        self.type = type
        self.rank = rank
        self.category = category
        self.funding = funding
        self.supervisor = supervisor
        self.sponsor = sponsor
        self.host = host
    }
}

/// One attribute to set in a plan.
package enum Setting: Sendable, Hashable {
    /// The rank.
    case rank(Rank)
    /// The class.
    case category(InstitutionCategory)
    /// The supervisor, by name; nil for none.
    case supervisor(String?)
    /// The sponsor, by name; nil for none.
    case sponsor(String?)
    /// The host of a joint office (合署), by name; nil for none.
    case host(String?)
    /// The type.
    case type(InstitutionType)
}

/// What a merger may settle beside the rule: all heads, people, duties, plates and children go over, leader posts of
/// the bodies that end go to the pool.
package struct MergeTerms: Sendable, Hashable {
    /// The attributes of a body that the merger makes; nil when it goes into one that exists.
    package var new: Establishment?
    /// The leader posts the result is to have.
    package var posts: [LeaderRole: Int]
    /// Heads that go to the pool instead of the result, taken from kinds in their order.
    package var headsToPool: Int

    /// The terms of a merger.
    package init(new: Establishment? = nil, posts: [LeaderRole: Int] = [:], headsToPool: Int = 0) {
        self.new = new
        self.posts = posts
        self.headsToPool = headsToPool
    }
}

/// The leader posts approved for one body.
package struct PostsApproval: Sendable, Hashable {
    /// The body, by name.
    package var body: String
    /// How many of each role; roles that aren't named stay as they are.
    package var posts: [LeaderRole: Int]
    /// The day by which leaders beyond them are absorbed.
    package var absorb: Day?

    /// An approval.
    package init(_ body: String, _ posts: [LeaderRole: Int], absorb: Day? = nil) {
        self.body = body
        self.posts = posts
        self.absorb = absorb
    }
}

/// Who does what in a matter; whoever isn't named stays what they are.
package struct Sharing: Sendable, Hashable {
    /// The matter's name.
    package var matter: String
    /// Its catalogue, where it is new or the name alone doesn't say which.
    package var catalogue: String?
    /// Who does what.
    package var parts: [Part]
    /// Bodies that do nothing in it any more, by name.
    package var leaving: [String]
    /// Areas where it is put on record that nobody leads.
    package var gaps: [Area]

    /// The sharing of a matter.
    package init(
        _ matter: String, catalogue: String? = nil, parts: [Part] = [], leaving: [String] = [], gaps: [Area] = []
    ) {
        self.matter = matter
        self.catalogue = catalogue
        self.parts = parts
        self.leaving = leaving
        self.gaps = gaps
    }

    /// What one body does.
    package struct Part: Sendable, Hashable {
        /// The body, by name.
        package var body: String
        /// Which of its duties says so; nil when only one can be meant.
        package var duty: Selection?
        /// What it does.
        package var role: MatterRole
        /// Where.
        package var area: Area

        /// A part.
        package init(_ body: String, _ role: MatterRole, duty: Selection? = nil, area: Area = .everywhere) {
            self.body = body
            self.duty = duty
            self.role = role
            self.area = area
        }
    }
}
