extension Migration {
    /// What each jurisdiction comes to, keyed by the digest of its head: a projection, made again where the head has moved on.
    static let summaries = Migration(
        version: 8,
        sql: """
            CREATE TABLE summaries (
                jurisdiction TEXT NOT NULL PRIMARY KEY CHECK (jurisdiction <> ''),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                content BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;
            """,
        postgresql: """
            CREATE TABLE summaries (
                jurisdiction TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (jurisdiction <> ''),
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                content BYTEA NOT NULL
            );
            """)
}
