#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

// `sqlite3_db_config` is variadic, which Swift cannot call.

// Has SQLite refuse what damages a file on purpose, and texts in double quotes, which are mistyped names.
int canary_sqlite_harden(sqlite3 *database);

// Binds a text or bytes, which are copied.
int canary_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length);

#endif
