#pragma once

/// Makes a file system the default of SQLite in this process that keeps in memory what was not synced: when the process
/// is killed, that is gone, as after a power cut. Each write reaches the disk at once, or not, by a coin.
///
/// With `deaf`, syncs are not heard either: what `synchronous=OFF` comes to.
void use_dropping_vfs(int deaf);
