/// What the rows of a sheet are about.
package enum Meaning: String, CaseIterable, Codable, Sendable {
    /// Bodies (机构), as a list or a tree.
    case bodies
    /// People (人员).
    case people
    /// Duties (职责).
    case duties
    /// Matters of a catalogue (事项).
    case matters
    /// Nothing that is imported.
    case ignore
}

/// A column's meaning. The raw value is the table and the key of `headers.yaml`.
package enum Field: String, CaseIterable, Codable, Sendable {
    case bodySerial = "bodies.serial"
    case bodyName = "bodies.name"
    case bodyShortName = "bodies.shortName"
    case bodyOfficeCode = "bodies.officeCode"
    case bodyPlates = "bodies.plates"
    case bodyType = "bodies.type"
    case bodyRank = "bodies.rank"
    case bodySupervisor = "bodies.supervisor"
    case bodySponsor = "bodies.sponsor"
    case bodyHost = "bodies.host"
    case bodyCategory = "bodies.category"
    case bodyFunding = "bodies.funding"
    case bodyRegistrationCode = "bodies.registrationCode"
    case headsAdministrative = "bodies.heads.administrative"
    case headsPoliticalLegal = "bodies.heads.politicalLegal"
    case headsFull = "bodies.heads.institutionFull"
    case headsPartial = "bodies.heads.institutionPartial"
    case headsSelf = "bodies.heads.institutionSelf"
    case headsWorker = "bodies.heads.worker"
    /// Institution heads whose funding the header does not say.
    case headsInstitution = "bodies.heads.institution"
    case headsTotal = "bodies.heads.total"
    case postsChief = "bodies.posts.chief"
    case postsDeputy = "bodies.posts.deputy"
    case postsParty = "bodies.posts.party"
    case postsInternalChief = "bodies.posts.internalChief"
    case postsInternalDeputy = "bodies.posts.internalDeputy"
    case postsTotal = "bodies.posts.total"
    /// Internal posts, chief and deputy together.
    case postsInternalTotal = "bodies.posts.internalTotal"
    case bodyDocument = "bodies.document"
    case bodyDocumentDate = "bodies.documentDate"
    /// Document and date in one cell.
    case bodyFounding = "bodies.founding"
    case factInternalUnits = "bodies.facts.internalUnits"
    case factStage = "bodies.facts.stage"
    case factClasses = "bodies.facts.classes"
    case factPupils = "bodies.facts.pupils"
    case factBeds = "bodies.facts.beds"
    case factPopulation = "bodies.facts.population"
    case factIncome = "bodies.facts.income"
    case factBusinessIncome = "bodies.facts.businessIncome"
    case factLeadershipSystem = "bodies.facts.leadershipSystem"
    case factPartyOrganisation = "bodies.facts.partyOrganisation"
    /// All of a body's duties in one cell.
    case bodyDuties = "bodies.duties"
    case bodyRemark = "bodies.remark"
    case bodyNode = "bodies.node"
    case bodyParent = "bodies.parent"
    case bodyLevel = "bodies.level"
    /// A name in one of several columns, a level each.
    case bodyLevelName = "bodies.levelName"
    /// The name of an internal unit of the body.
    case bodyInnerUnit = "bodies.innerUnit"
    /// Known, not imported.
    case bodyOther = "bodies.other"

    case personSerial = "people.serial"
    case personName = "people.name"
    case personSex = "people.sex"
    case personIdentityNumber = "people.identityNumber"
    case personBirth = "people.birth"
    case personBody = "people.body"
    /// The body's code, where its name is missing.
    case personBodyCode = "people.bodyCode"
    case personKind = "people.kind"
    /// How the place on the establishment is paid for.
    case personFunding = "people.funding"
    case personPosition = "people.position"
    case personStatus = "people.status"
    case personOnEstablishment = "people.onEstablishment"
    case personRole = "people.role"
    case personTitle = "people.title"
    case personWorkplace = "people.workplace"
    case personEntryForm = "people.entryForm"
    case personEntered = "people.entered"
    case personRemark = "people.remark"
    /// Known, not imported.
    case personOther = "people.other"

    case dutySerial = "duties.serial"
    case dutyBody = "duties.body"
    /// The body's code, where its name is missing.
    case dutyBodyCode = "duties.bodyCode"
    case dutyText = "duties.text"
    case dutyRemark = "duties.remark"

    case matterSerial = "matters.serial"
    case matterName = "matters.name"
    case matterCatalogue = "matters.catalogue"
    case matterRemark = "matters.remark"

    /// The table it belongs to.
    package var meaning: Meaning {
        switch rawValue.utf8.first {
        case UInt8(ascii: "b"): .bodies
        case UInt8(ascii: "p"): .people
        case UInt8(ascii: "d"): .duties
        default: .matters
        }
    }

    /// The key within its table: `heads.administrative`.
    package var key: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
}
