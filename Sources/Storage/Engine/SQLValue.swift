import Basics

/// A value in a column: the four kinds that both engines have (取值).
enum SQLValue: Hashable, Sendable {
    case null
    /// BIGINT, INTEGER.
    case integer(Int64)
    /// TEXT.
    case text(String)
    /// BYTEA, BLOB.
    case bytes([UInt8])
}

/// What can be handed to a statement.
protocol SQLArgument {
    var value: SQLValue { get }
}

extension Int: SQLArgument {
    var value: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLArgument {
    var value: SQLValue { .integer(self) }
}

extension UInt8: SQLArgument {
    var value: SQLValue { .integer(Int64(self)) }
}

extension String: SQLArgument {
    var value: SQLValue { .text(self) }
}

extension [UInt8]: SQLArgument {
    var value: SQLValue { .bytes(self) }
}

extension Digest: SQLArgument {
    var value: SQLValue { .bytes(bytes) }
}

extension Identifier: SQLArgument {
    var value: SQLValue { .bytes(bytes) }
}

extension Optional: SQLArgument where Wrapped: SQLArgument {
    var value: SQLValue { self?.value ?? .null }
}

/// A row of an answer, by the place of its columns from 0. A column of another kind than is asked for means that the
/// database contradicts its schema: `corrupt`.
struct SQLRow {
    let values: [SQLValue]

    func integer(_ column: Int) throws -> Int { Int(try int64(column)) }

    func int64(_ column: Int) throws -> Int64 {
        guard case .integer(let value) = values[column] else { throw StorageFailure.corrupt }
        return value
    }

    func byte(_ column: Int) throws -> UInt8 {
        guard let value = UInt8(exactly: try int64(column)) else { throw StorageFailure.corrupt }
        return value
    }

    func text(_ column: Int) throws -> String {
        guard case .text(let value) = values[column] else { throw StorageFailure.corrupt }
        return value
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        guard case .bytes(let value) = values[column] else { throw StorageFailure.corrupt }
        return value
    }

    func digest(_ column: Int) throws -> Digest {
        guard let digest = Digest(bytes: try bytes(column)) else { throw StorageFailure.corrupt }
        return digest
    }

    func identifier<Subject>(_ column: Int) throws -> Identifier<Subject> {
        guard let identifier = Identifier<Subject>(bytes: try bytes(column)) else { throw StorageFailure.corrupt }
        return identifier
    }

    func isNull(_ column: Int) -> Bool { values[column] == .null }
}
