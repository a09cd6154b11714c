extension Migration {
    /// What happened to motions, one row an event: the number of the motion and that of the event in it. Rows stay, so that
    /// who did what, when and on which document can be told for good; the texts stand sealed.
    static let motions = Migration(
        version: 6,
        sql: """
            CREATE TABLE motion_events (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                motion INTEGER NOT NULL CHECK (motion >= 1),
                number INTEGER NOT NULL CHECK (number >= 1),
                deed INTEGER NOT NULL CHECK (deed BETWEEN 1 AND 255),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                content BLOB NOT NULL,
                text BLOB NOT NULL CHECK (length(text) = 32),
                PRIMARY KEY (jurisdiction, motion, number),
                FOREIGN KEY (jurisdiction, text) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER motion_events_no_gap BEFORE INSERT ON motion_events
            WHEN NEW.number <> 1 + coalesce(
                (SELECT max(number) FROM motion_events
                 WHERE jurisdiction = NEW.jurisdiction AND motion = NEW.motion), 0)
            BEGIN SELECT raise(ABORT, 'the events of a motion have no gaps'); END;

            CREATE TRIGGER motion_events_no_update BEFORE UPDATE ON motion_events
            BEGIN SELECT raise(ABORT, 'an event stays'); END;

            CREATE TRIGGER motion_events_no_delete BEFORE DELETE ON motion_events
            BEGIN SELECT raise(ABORT, 'an event stays'); END;
            """,
        postgresql: """
            CREATE TABLE motion_events (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                motion BIGINT NOT NULL CHECK (motion >= 1),
                number BIGINT NOT NULL CHECK (number >= 1),
                deed BIGINT NOT NULL CHECK (deed BETWEEN 1 AND 255),
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                recorded BIGINT NOT NULL,
                content BYTEA NOT NULL,
                text BYTEA NOT NULL CHECK (octet_length(text) = 32),
                PRIMARY KEY (jurisdiction, motion, number),
                FOREIGN KEY (jurisdiction, text) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE FUNCTION motion_events_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.number <> 1 + coalesce(
                    (SELECT max(number) FROM motion_events
                     WHERE jurisdiction = NEW.jurisdiction AND motion = NEW.motion), 0)
                THEN RAISE EXCEPTION 'the events of a motion have no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER motion_events_no_gap BEFORE INSERT ON motion_events
            FOR EACH ROW EXECUTE FUNCTION motion_events_no_gap();

            CREATE TRIGGER motion_events_no_update BEFORE UPDATE ON motion_events
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('an event stays');

            CREATE TRIGGER motion_events_no_delete BEFORE DELETE ON motion_events
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('an event stays');

            CREATE TRIGGER motion_events_no_truncate BEFORE TRUNCATE ON motion_events
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('an event stays');
            """)
}
