// What may stand together in one account.

/// Whether roles can stand together: the three administrators (三员) exclude one another and all business, a contact is for
/// bodies, and nobody else is.
package func checkGrants(_ grants: [Grant]) throws(AccountRefusal) {
    let roles = Set(grants.map(\.role))
    guard roles.count == grants.count else { throw .roleTwice }
    let administrators = roles.filter(\.isAdministrator)
    guard administrators.count <= 1 else { throw .administratorsExclude }
    guard administrators.isEmpty || roles.count == 1 else { throw .administratorWithBusiness }
    for grant in grants {
        if grant.role.isForBodies {
            guard let bodies = grant.bodies, !bodies.isEmpty else { throw .contactWithoutBodies }
        } else if grant.bodies != nil {
            throw .roleNotForBodies
        }
    }
}

/// Whether a login can be one: letters and digits that are the same on every keyboard.
package func checkLogin(_ login: String) throws(AccountRefusal) {
    let bytes = Array(login.utf8)
    guard (2...32).contains(bytes.count), let first = bytes.first, isSmallLetter(first),
        bytes.allSatisfy({ isSmallLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 })
    else { throw .loginMalformed }
}

/// Whether a name can be one.
package func checkName(_ name: String) throws(AccountRefusal) {
    guard (1...50).contains(name.count), !name.contains(where: \.isNewline),
        let first = name.first, let last = name.last, !first.isWhitespace, !last.isWhitespace,
        name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw .nameMalformed }
}

private func isSmallLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
