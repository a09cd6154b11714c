// libpq: speaks with PostgreSQL.
#include <libpq-fe.h>
