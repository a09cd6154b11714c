extension Migration {
    /// The texts sealed beside the journal, their blind index, and the record of what was erased.
    ///
    /// A sealed row stays for good; of its columns only the box can go, so that an Act's digest keeps its row.
    static let sealed = Migration(
        version: 2,
        sql: """
            CREATE TABLE sealed (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
                position INTEGER NOT NULL CHECK (position >= 0),
                box BLOB,
                PRIMARY KEY (jurisdiction, digest)
            ) STRICT;

            CREATE INDEX sealed_by_position ON sealed (jurisdiction, position);
            CREATE INDEX sealed_by_kind ON sealed (jurisdiction, kind);

            CREATE TABLE tokens (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
                token BLOB NOT NULL CHECK (length(token) = 32),
                subject BLOB NOT NULL CHECK (length(subject) = 16),
                position INTEGER NOT NULL CHECK (position >= 0),
                PRIMARY KEY (jurisdiction, kind, token, subject)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX tokens_by_position ON tokens (jurisdiction, position);
            CREATE INDEX tokens_by_subject ON tokens (jurisdiction, subject);

            CREATE TABLE erasures (
                jurisdiction TEXT NOT NULL,
                digest BLOB NOT NULL,
                recorded INTEGER NOT NULL,
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                mark BLOB NOT NULL CHECK (length(mark) = 32),
                PRIMARY KEY (jurisdiction, digest),
                FOREIGN KEY (jurisdiction, digest) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER sealed_only_erased BEFORE UPDATE ON sealed
            WHEN NEW.box IS NOT NULL OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.digest <> OLD.digest
                OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
            BEGIN SELECT raise(ABORT, 'a sealed text can only be erased'); END;

            CREATE TRIGGER sealed_no_delete BEFORE DELETE ON sealed
            BEGIN SELECT raise(ABORT, 'a sealed row stays'); END;

            CREATE TRIGGER tokens_no_update BEFORE UPDATE ON tokens
            BEGIN SELECT raise(ABORT, 'a token is not changed'); END;

            CREATE TRIGGER erasures_no_update BEFORE UPDATE ON erasures
            BEGIN SELECT raise(ABORT, 'an erasure stays'); END;

            CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures
            BEGIN SELECT raise(ABORT, 'an erasure stays'); END;
            """,
        postgresql: """
            CREATE TABLE sealed (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                kind BIGINT NOT NULL CHECK (kind BETWEEN 1 AND 255),
                position BIGINT NOT NULL CHECK (position >= 0),
                box BYTEA,
                PRIMARY KEY (jurisdiction, digest)
            );

            CREATE INDEX sealed_by_position ON sealed (jurisdiction, position);
            CREATE INDEX sealed_by_kind ON sealed (jurisdiction, kind);

            CREATE TABLE tokens (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                kind BIGINT NOT NULL CHECK (kind BETWEEN 1 AND 255),
                token BYTEA NOT NULL CHECK (octet_length(token) = 32),
                subject BYTEA NOT NULL CHECK (octet_length(subject) = 16),
                position BIGINT NOT NULL CHECK (position >= 0),
                PRIMARY KEY (jurisdiction, kind, token, subject)
            );

            CREATE INDEX tokens_by_position ON tokens (jurisdiction, position);
            CREATE INDEX tokens_by_subject ON tokens (jurisdiction, subject);

            CREATE TABLE erasures (
                jurisdiction TEXT COLLATE "C" NOT NULL,
                digest BYTEA NOT NULL,
                recorded BIGINT NOT NULL,
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                mark BYTEA NOT NULL CHECK (octet_length(mark) = 32),
                PRIMARY KEY (jurisdiction, digest),
                FOREIGN KEY (jurisdiction, digest) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE TRIGGER sealed_only_erased BEFORE UPDATE ON sealed
            FOR EACH ROW WHEN (
                NEW.box IS NOT NULL OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.digest <> OLD.digest
                OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position)
            EXECUTE FUNCTION sanding_refuse('a sealed text can only be erased');

            CREATE TRIGGER sealed_no_delete BEFORE DELETE ON sealed
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a sealed row stays');

            CREATE TRIGGER sealed_no_truncate BEFORE TRUNCATE ON sealed
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a sealed row stays');

            CREATE TRIGGER tokens_no_update BEFORE UPDATE ON tokens
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a token is not changed');

            CREATE TRIGGER erasures_no_update BEFORE UPDATE ON erasures
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('an erasure stays');

            CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('an erasure stays');

            CREATE TRIGGER erasures_no_truncate BEFORE TRUNCATE ON erasures
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('an erasure stays');
            """)
}
