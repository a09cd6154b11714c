import Basics
import Registry

/// A plan of reform (改革方案): what is intended, kept apart from the changes it expands to.
package struct Plan: Sendable {
    /// What people call it.
    package let name: String
    /// The reform it is part of, whose locks it may open.
    package let reform: Citation?
    /// What is enacted when the plan is decided.
    package let first: Wave
    /// What is decided with it and expanded again, each on its own day.
    package let later: [Wave]
    /// The digest of its text: names it in the Act, and is the seed of the identifiers it makes.
    package let digest: Digest
    /// The digest under which its text stands sealed beside the journal: the reason of the duties it drops.
    package var reason: Digest

    /// A plan in waves.
    package init(name: String, reform: Citation?, first: Wave, later: [Wave], digest: Digest) {
        self.name = name
        self.reform = reform
        self.first = first
        self.later = later
        self.digest = digest
        reason = digest
    }

    /// A plan of one wave.
    package init(name: String, day: Day, reform: Citation?, steps: [Step], digest: Digest) {
        self.init(name: name, reform: reform, first: Wave(day: day, steps: steps), later: [], digest: digest)
    }

    /// The day its first wave is to take effect.
    package var day: Day { first.day }

    /// All waves, in order.
    package var waves: [Wave] { [first] + later }

    /// What to do, in order, over all waves.
    package var steps: [Step] { waves.flatMap(\.steps) }
}

/// One step of a plan, with the line of the text it stands on.
package struct Step: Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// What is to be done.
    package let action: Action

    /// A step.
    package init(line: Int, action: Action) {
        self.line = line
        self.action = action
    }
}

/// What a step does. Bodies are named as people name them and looked up when the step is expanded, since an earlier
/// step may have renamed or made them.
package enum Action: Sendable, Hashable {
    /// Merge bodies into one that exists or is made (合并, 并入).
    case merge([String], into: String, MergeTerms)
    /// Abolish a body with disposal of all it has (撤销).
    case abolish(String, Disposal)
    /// Set up a body (设立).
    case establish(String, Establishment)
    /// Rename (更名).
    case rename(String, to: String)
    /// Change rank, class, supervisor or sponsor.
    case amend(String, [Setting])
    /// Change funding, and with it the kind of all heads and people (调整经费形式).
    case fund(String, Funding)
    /// Move heads from one holder to another.
    case moveHeads(EstablishmentKind, count: Int, from: HolderName, to: HolderName)
    /// Cut the heads of a body to a number, absorbing what is over by a day (核减).
    case cut(String, kind: EstablishmentKind?, remaining: Int, to: HolderName, absorb: Day?)
    /// Set the approved leader posts of a body (核定领导职数).
    case setPosts(String, [LeaderRole: Int], absorb: Day?)
    /// Move duties to another body, or hive them off to an enterprise (划转, 划出).
    case moveDuties(Selection, of: String, to: String)
    /// Move people, and the heads with them unless told otherwise (转隶).
    case transfer(PeopleChoice, from: String, to: String, kind: EstablishmentKind?, withHeads: Bool)
    /// Put right where people of a body work: called back, or gone over to the enterprise they work at.
    case place(of: String, workingAt: String, Placement)
}

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

/// The attributes of a body to be set up; what is nil comes from the bodies that merge, or stays unknown.
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

    /// Attributes.
    package init(
        type: InstitutionType? = nil, rank: Rank? = nil, category: InstitutionCategory? = nil,
        funding: Funding? = nil, supervisor: String? = nil
    ) {
        self.type = type
        self.rank = rank
        self.category = category
        self.funding = funding
        self.supervisor = supervisor
    }
}

/// What becomes of all that an abolished body has.
package struct Disposal: Sendable, Hashable {
    /// Who takes the heads.
    package var heads: HolderName
    /// Who takes the people, by name; nil when there are none.
    package var people: String?
    /// Who takes which duties.
    package var duties: [DutyDisposal]
    /// Who takes the bodies it supervises.
    package var children: String?

    /// A disposal.
    package init(heads: HolderName, people: String? = nil, duties: [DutyDisposal] = [], children: String? = nil) {
        self.heads = heads
        self.people = people
        self.duties = duties
        self.children = children
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
package enum Placement: String, Sendable, Hashable {
    /// They come back to the body they are on the establishment of.
    case callBack
    /// They leave the establishment and go over to the enterprise; their heads stay with the body.
    case goOver
}

/// One attribute to set in a plan.
package enum Setting: Sendable, Hashable {
    /// The rank.
    case rank(Rank)
    /// The class.
    case category(InstitutionCategory)
    /// The supervisor, by name.
    case supervisor(String)
    /// The sponsor, by name.
    case sponsor(String)
    /// The type.
    case type(InstitutionType)
}
