extension Migration {
    /// Who looked up whom and for what, one row a look-up; and sealed texts that may be sealed anew under another key, while
    /// one that was erased stays so.
    static let lookups = Migration(
        version: 7,
        sql: """
            CREATE TABLE lookups (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                number INTEGER NOT NULL CHECK (number >= 1),
                way INTEGER NOT NULL CHECK (way BETWEEN 1 AND 255),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                subjects BLOB NOT NULL CHECK (length(subjects) % 16 = 0),
                purpose BLOB NOT NULL CHECK (length(purpose) = 32),
                mark BLOB NOT NULL CHECK (length(mark) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, purpose) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER lookups_no_gap BEFORE INSERT ON lookups
            WHEN NEW.number <> 1 + coalesce(
                (SELECT max(number) FROM lookups WHERE jurisdiction = NEW.jurisdiction), 0)
            BEGIN SELECT raise(ABORT, 'look-ups have no gaps'); END;

            CREATE TRIGGER lookups_no_update BEFORE UPDATE ON lookups
            BEGIN SELECT raise(ABORT, 'a look-up stays'); END;

            CREATE TRIGGER lookups_no_delete BEFORE DELETE ON lookups
            BEGIN SELECT raise(ABORT, 'a look-up stays'); END;

            DROP TRIGGER sealed_only_erased;

            CREATE TRIGGER sealed_only_renewed BEFORE UPDATE ON sealed
            WHEN (OLD.box IS NULL AND NEW.box IS NOT NULL) OR length(NEW.box) <> length(OLD.box)
                OR NEW.jurisdiction <> OLD.jurisdiction
                OR NEW.digest <> OLD.digest OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
            BEGIN SELECT raise(ABORT, 'a sealed text can only be erased or sealed anew'); END;
            """,
        postgresql: """
            CREATE TABLE lookups (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                number BIGINT NOT NULL CHECK (number >= 1),
                way BIGINT NOT NULL CHECK (way BETWEEN 1 AND 255),
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                recorded BIGINT NOT NULL,
                subjects BYTEA NOT NULL CHECK (octet_length(subjects) % 16 = 0),
                purpose BYTEA NOT NULL CHECK (octet_length(purpose) = 32),
                mark BYTEA NOT NULL CHECK (octet_length(mark) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, purpose) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE FUNCTION lookups_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.number <> 1 + coalesce(
                    (SELECT max(number) FROM lookups WHERE jurisdiction = NEW.jurisdiction), 0)
                THEN RAISE EXCEPTION 'look-ups have no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER lookups_no_gap BEFORE INSERT ON lookups
            FOR EACH ROW EXECUTE FUNCTION lookups_no_gap();

            CREATE TRIGGER lookups_no_update BEFORE UPDATE ON lookups
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a look-up stays');

            CREATE TRIGGER lookups_no_delete BEFORE DELETE ON lookups
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a look-up stays');

            CREATE TRIGGER lookups_no_truncate BEFORE TRUNCATE ON lookups
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a look-up stays');

            DROP TRIGGER sealed_only_erased ON sealed;

            CREATE TRIGGER sealed_only_renewed BEFORE UPDATE ON sealed
            FOR EACH ROW WHEN (
                (OLD.box IS NULL AND NEW.box IS NOT NULL) OR octet_length(NEW.box) <> octet_length(OLD.box)
                OR NEW.jurisdiction <> OLD.jurisdiction
                OR NEW.digest <> OLD.digest OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position)
            EXECUTE FUNCTION sanding_refuse('a sealed text can only be erased or sealed anew');
            """)
}
