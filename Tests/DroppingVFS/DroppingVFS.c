#include "DroppingVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// What this process sees of a file: all of it, and which part the disk has not got yet.
typedef struct Image {
  char *path;
  unsigned char *bytes;
  sqlite3_int64 size, room;
  sqlite3_int64 first, end;  // not synced: from first to end, where first < end
  int isCut;                 // the disk's file may be longer
  struct Image *next;
} Image;

typedef struct {
  sqlite3_file base;
  Image *image;  // none for files that don't count, which go through
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;
static int is_deaf;
static unsigned coin = 12345;
static Image *images;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int reserve(Image *image, sqlite3_int64 size) {
  if (size <= image->room) return SQLITE_OK;
  sqlite3_int64 room = size * 2;
  unsigned char *bytes = realloc(image->bytes, (size_t)room);
  if (!bytes) return SQLITE_NOMEM;
  memset(bytes + image->room, 0, (size_t)(room - image->room));
  image->bytes = bytes;
  image->room = room;
  return SQLITE_OK;
}

// SQLite's own file systems take no more at once than a page of theirs, and mask what is larger.
#define PIECE 4096

static int load(Image *image, sqlite3_file *file) {
  sqlite3_int64 size = 0;
  int code = file->pMethods->xFileSize(file, &size);
  if (code != SQLITE_OK || size == 0) return code;
  code = reserve(image, size);
  if (code != SQLITE_OK) return code;
  image->size = size;
  for (sqlite3_int64 at = 0; at < size && code == SQLITE_OK; at += PIECE) {
    int count = size - at < PIECE ? (int)(size - at) : PIECE;
    code = file->pMethods->xRead(file, image->bytes + at, count, at);
  }
  return code;
}

static int drop_close(sqlite3_file *file) {
  File *f = (File *)file;
  return f->real->pMethods->xClose(f->real);
}

static int drop_read(sqlite3_file *file, void *into, int count, sqlite3_int64 offset) {
  File *f = (File *)file;
  if (!f->image) return f->real->pMethods->xRead(f->real, into, count, offset);
  pthread_mutex_lock(&lock);
  sqlite3_int64 there = f->image->size - offset;
  int given = there < 0 ? 0 : there < count ? (int)there : count;
  memcpy(into, f->image->bytes + offset, (size_t)given);
  pthread_mutex_unlock(&lock);
  memset((char *)into + given, 0, (size_t)(count - given));
  return given < count ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

static int drop_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset) {
  File *f = (File *)file;
  if (!f->image) return f->real->pMethods->xWrite(f->real, from, count, offset);
  pthread_mutex_lock(&lock);
  Image *image = f->image;
  int code = reserve(image, offset + count);
  if (code == SQLITE_OK) {
    memcpy(image->bytes + offset, from, (size_t)count);
    if (offset + count > image->size) image->size = offset + count;
    if (image->first >= image->end) {
      image->first = offset;
      image->end = offset + count;
    } else {
      if (offset < image->first) image->first = offset;
      if (offset + count > image->end) image->end = offset + count;
    }
    coin = coin * 1103515245 + 12345;
    if (coin & 0x10000) code = f->real->pMethods->xWrite(f->real, from, count, offset);
  }
  pthread_mutex_unlock(&lock);
  return code;
}

static int drop_truncate(sqlite3_file *file, sqlite3_int64 size) {
  File *f = (File *)file;
  if (!f->image) return f->real->pMethods->xTruncate(f->real, size);
  pthread_mutex_lock(&lock);
  if (size < f->image->size) {
    memset(f->image->bytes + size, 0, (size_t)(f->image->size - size));
    f->image->size = size;
    f->image->isCut = 1;
  }
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

// Only here does the disk get what was written. It is not synced in turn: the process is killed, not the machine.
static int drop_sync(sqlite3_file *file, int flags) {
  File *f = (File *)file;
  if (!f->image) return f->real->pMethods->xSync(f->real, flags);
  if (is_deaf) return SQLITE_OK;
  pthread_mutex_lock(&lock);
  Image *image = f->image;
  int code = SQLITE_OK;
  if (image->isCut) code = f->real->pMethods->xTruncate(f->real, image->size);
  sqlite3_int64 end = image->end < image->size ? image->end : image->size;
  for (sqlite3_int64 at = image->first; at < end && code == SQLITE_OK; at += PIECE) {
    int count = end - at < PIECE ? (int)(end - at) : PIECE;
    code = f->real->pMethods->xWrite(f->real, image->bytes + at, count, at);
  }
  if (code == SQLITE_OK) image->isCut = 0, image->first = image->end = 0;
  pthread_mutex_unlock(&lock);
  return code;
}

static int drop_size(sqlite3_file *file, sqlite3_int64 *size) {
  File *f = (File *)file;
  if (!f->image) return f->real->pMethods->xFileSize(f->real, size);
  *size = f->image->size;
  return SQLITE_OK;
}

#define REAL(file) (((File *)(file))->real)
static int drop_lock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xLock(REAL(f), level); }
static int drop_unlock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xUnlock(REAL(f), level); }
static int drop_reserved(sqlite3_file *f, int *out) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), out); }
static int drop_control(sqlite3_file *f, int op, void *arg) {
  // A size hint would let the real file grow behind the image.
  if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
  return REAL(f)->pMethods->xFileControl(REAL(f), op, arg);
}
static int drop_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int drop_traits(sqlite3_file *f) {
  (void)f;
  return 0;
}
static int drop_map(sqlite3_file *f, int page, int size, int grow, void volatile **out) {
  return REAL(f)->pMethods->xShmMap(REAL(f), page, size, grow, out);
}
static int drop_shmlock(sqlite3_file *f, int offset, int n, int flags) {
  return REAL(f)->pMethods->xShmLock(REAL(f), offset, n, flags);
}
static void drop_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int drop_unmap(sqlite3_file *f, int delete) { return REAL(f)->pMethods->xShmUnmap(REAL(f), delete); }

static const sqlite3_io_methods methods = {
    2,           drop_close,    drop_read,    drop_write,   drop_truncate, drop_sync,    drop_size,
    drop_lock,   drop_unlock,   drop_reserved, drop_control, drop_sector,   drop_traits,  drop_map,
    drop_shmlock, drop_barrier, drop_unmap,   0,            0};

static int drop_open(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)self;
  File *f = (File *)file;
  f->real = (sqlite3_file *)(f + 1);
  f->image = 0;
  f->base.pMethods = 0;
  int code = real_vfs->xOpen(real_vfs, name, f->real, flags, out);
  if (code != SQLITE_OK) return code;
  f->base.pMethods = &methods;
  if (!name || !(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))) return code;
  pthread_mutex_lock(&lock);
  Image *image = images;
  while (image && strcmp(image->path, name)) image = image->next;
  if (!image && (image = calloc(1, sizeof(Image)))) {
    image->path = strdup(name);
    code = load(image, f->real);
    image->next = images;
    images = image;
  }
  f->image = image;
  pthread_mutex_unlock(&lock);
  return image ? code : SQLITE_NOMEM;
}

static int drop_delete(sqlite3_vfs *self, const char *name, int sync) {
  (void)self;
  pthread_mutex_lock(&lock);
  for (Image **place = &images; *place; place = &(*place)->next) {
    if (strcmp((*place)->path, name)) continue;
    *place = (*place)->next;
    break;
  }
  pthread_mutex_unlock(&lock);
  return real_vfs->xDelete(real_vfs, name, sync);
}

void use_dropping_vfs(int deaf) {
  is_deaf = deaf;
  real_vfs = sqlite3_vfs_find(0);
  vfs = *real_vfs;
  vfs.zName = "dropping";
  vfs.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  vfs.xOpen = drop_open;
  vfs.xDelete = drop_delete;
  sqlite3_vfs_register(&vfs, 1);
}
