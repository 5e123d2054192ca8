/* A library that is loaded before libc and sees each call by which a process changes a folder.

It writes a record of each call to a log, together with the bytes that were written; it can stop the process at the
Nth call, or let calls fail as a full or broken disk would. It does nothing until `attack_arm`, nothing outside the
folder, and nothing in child processes. `trace.py` reads the log, `disk.py` builds file systems from it.

The memory of a shared file (SQLite's -shm) is compared with what it was at each call, so that the log holds it, too.
Bytes that leave by C's stdio are written to the log when the file is closed: libc does not call itself by name.
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { BEFORE, HALF, AFTER };                                           /* where in a call the process is stopped */
enum { WRITES = 1, NAMES = 2, SYNCS = 4, SHORT = 8 };                   /* which calls fail; the last one before, half */

struct record { char kind; char pad[3]; uint32_t first, second, data; uint64_t inode; int64_t offset, call; };
struct region { char *at, *known; size_t length; uint64_t inode; off_t offset; };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static __thread int inside;                                             /* our own calls are not seen */
static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;
static long calls, stop_at, fail_from, fail_until;
static int stop_how, fail_kinds, fail_errno;
static struct region regions[64];

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static void put(char kind, const char *first, const char *second, const void *data, size_t length, uint64_t inode,
                int64_t offset) {
    struct record head = {kind, {0}, first ? strlen(first) : 0, second ? strlen(second) : 0, length, inode, offset, calls};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)first, head.first}, {(void *)second, head.second},
                            {(void *)data, length}};
    syscall(SYS_writev, log_fd, parts, 4);
}

static void put_shared(void) {
    for (size_t n = 0; n < sizeof regions / sizeof *regions; n++) {
        struct region *r = &regions[n];
        if (!r->at || !memcmp(r->at, r->known, r->length)) continue;
        size_t from = 0, to = r->length;
        while (r->at[from] == r->known[from]) from++;
        while (to > from + 1 && r->at[to - 1] == r->known[to - 1]) to--;
        memcpy(r->known + from, r->at + from, to - from);
        put('S', NULL, NULL, r->known + from, to - from, r->inode, r->offset + from);
    }
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

/* Begin a call: count it, stop the process or say that it shall fail. Returns its number, or -1 with errno set. */
static long begin(int kinds) {
    inside = 1;
    pthread_mutex_lock(&turn);
    calls++;
    put_shared();
    if (calls == stop_at && stop_how == BEFORE) die();
    if (fail_from && calls >= fail_from && calls < fail_until && kinds & fail_kinds) {
        put('X', NULL, NULL, NULL, 0, fail_errno, calls);
        pthread_mutex_unlock(&turn);
        inside = 0;
        errno = fail_errno;
        return -1;
    }
    return calls;
}

static void end(void) {
    int kept = errno;
    put_shared();
    if (calls == stop_at && stop_how != BEFORE) die();
    pthread_mutex_unlock(&turn);
    inside = 0;
    errno = kept;
}

static int is_armed(void) { return log_fd >= 0 && !inside; }

static int in_root(const char *path) {
    return !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

/* Find the path of an open regular file in the folder. */
static int is_traced(int fd, struct stat *state, char *path) {
    char link[64];
    if (!is_armed() || fstat(fd, state) || !(S_ISREG(state->st_mode) || S_ISDIR(state->st_mode))) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return in_root(path);
}

/* Make a path absolute; names in it that are links stay what they are. */
static int is_named(int at, const char *path, char *whole) {
    if (!is_armed() || !path) return 0;
    if (*path == '/') snprintf(whole, PATH_MAX, "%s", path);
    else {
        char link[64], folder[PATH_MAX];
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, folder, PATH_MAX - 1);
        if (length < 0) return 0;
        folder[length] = 0;
        snprintf(whole, PATH_MAX, "%.*s/%s", PATH_MAX / 2, folder, path);
    }
    size_t length = strlen(whole);
    while (length > 1 && whole[length - 1] == '/') whole[--length] = 0;
    return in_root(whole);
}

/* Contents */

static ssize_t written(int fd, const void *data, size_t length, int64_t offset) {
    struct stat state;
    char path[PATH_MAX];
    int traced = is_traced(fd, &state, path);
    if (!traced) return offset < 0 ? REAL(write)(fd, data, length) : REAL(pwrite)(fd, data, length, offset);
    if (begin(WRITES) < 0) return -1;
    int half = (calls == stop_at && stop_how == HALF) || (calls == fail_from - 1 && fail_kinds & SHORT);
    if (half && length > 1) length /= 2;
    ssize_t count = offset < 0 ? REAL(write)(fd, data, length) : REAL(pwrite)(fd, data, length, offset);
    if (count > 0)
        put('W', path, NULL, data, count, state.st_ino, offset < 0 ? lseek(fd, 0, SEEK_CUR) - count : offset);
    end();
    return count;
}

ssize_t write(int fd, const void *data, size_t length) { return written(fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return written(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) { return written(fd, data, length, offset); }

static ssize_t gathered(int fd, const struct iovec *parts, int count, int64_t offset) {
    struct stat state;
    char path[PATH_MAX];
    if (!is_traced(fd, &state, path))
        return offset < 0 ? REAL(writev)(fd, parts, count) : REAL(pwritev)(fd, parts, count, offset);
    for (int n = 0; n < count; n++)                                     /* a short write is as good as a whole one */
        if (parts[n].iov_len) return written(fd, parts[n].iov_base, parts[n].iov_len, offset);
    return 0;
}

ssize_t writev(int fd, const struct iovec *parts, int count) { return gathered(fd, parts, count, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return gathered(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) { return gathered(fd, parts, count, at); }

/* Copying by the kernel: done by reading and writing, which is what a kernel without it makes a program do. */
ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    struct stat state;
    char path[PATH_MAX];
    if (!is_traced(out, &state, path)) return REAL(sendfile)(out, in, offset, count);
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile64(int out, int in, off_t *offset, size_t count) { return sendfile(out, in, offset, count); }
ssize_t copy_file_range(int in, off_t *from, int out, off_t *to, size_t count, unsigned flags) {
    struct stat state;
    char path[PATH_MAX];
    if (!is_traced(out, &state, path)) return REAL(copy_file_range)(in, from, out, to, count, flags);
    errno = EXDEV;
    return -1;
}

int ftruncate(int fd, off_t length) {
    struct stat state;
    char path[PATH_MAX];
    if (!is_traced(fd, &state, path)) return REAL(ftruncate)(fd, length);
    if (begin(length > state.st_size ? WRITES : 0) < 0) return -1;
    int failed = REAL(ftruncate)(fd, length);
    if (!failed) put('T', path, NULL, NULL, 0, state.st_ino, length);
    end();
    return failed;
}
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

static int synced(int fd, int whole) {
    struct stat state;
    char path[PATH_MAX];
    if (!is_traced(fd, &state, path)) return whole ? REAL(fsync)(fd) : REAL(fdatasync)(fd);
    if (begin(SYNCS) < 0) return -1;
    int failed = whole ? REAL(fsync)(fd) : REAL(fdatasync)(fd);
    if (!failed) put(S_ISDIR(state.st_mode) ? 'D' : 'F', path, NULL, NULL, 0, state.st_ino, 0);
    end();
    return failed;
}

int fsync(int fd) { return synced(fd, 1); }
int fdatasync(int fd) { return synced(fd, 0); }

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    void *made = (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset);
    struct stat state;
    char path[PATH_MAX];
    if (made == MAP_FAILED || fd < 0 || !(flags & MAP_SHARED) || !(protection & PROT_WRITE)) return made;
    if (!is_traced(fd, &state, path)) return made;
    inside = 1;
    pthread_mutex_lock(&turn);
    for (size_t n = 0; n < sizeof regions / sizeof *regions; n++)
        if (!regions[n].at) {
            char *known = malloc(length);
            memcpy(known, made, length);
            regions[n] = (struct region){made, known, length, state.st_ino, offset};
            break;
        }
    pthread_mutex_unlock(&turn);
    inside = 0;
    return made;
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mmap(at, length, protection, flags, fd, offset);
}

int munmap(void *at, size_t length) {
    if (is_armed()) {
        inside = 1;
        pthread_mutex_lock(&turn);
        put_shared();
        for (size_t n = 0; n < sizeof regions / sizeof *regions; n++)
            if (regions[n].at == at && at) {
                free(regions[n].known);
                regions[n] = (struct region){0};
            }
        pthread_mutex_unlock(&turn);
        inside = 0;
    }
    return syscall(SYS_munmap, at, length);
}

FILE *fopen(const char *path, const char *mode) {
    char whole[PATH_MAX];
    struct stat state;
    if (*mode == 'r' || !is_named(AT_FDCWD, path, whole)) return REAL(fopen)(path, mode);
    int there = !stat(path, &state);
    if (begin(there ? 0 : NAMES) < 0) return NULL;
    FILE *file = REAL(fopen)(path, mode);
    if (file && !fstat(fileno(file), &state)) put(there ? 'T' : 'C', whole, NULL, NULL, 0, state.st_ino, state.st_size);
    end();
    return file;
}
FILE *fopen64(const char *path, const char *mode) { return fopen(path, mode); }

int fclose(FILE *file) {
    struct stat state;
    char path[PATH_MAX];
    int fd = is_armed() ? fileno(file) : -1;
    if (fd < 0 || (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDONLY || !is_traced(fd, &state, path))
        return REAL(fclose)(file);
    if (begin(WRITES) < 0) {
        int kept = errno;
        REAL(fclose)(file);
        errno = kept;
        return EOF;
    }
    fflush(file);
    fstat(fd, &state);
    int again = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
    char *all = malloc(state.st_size + 1);
    ssize_t length = again >= 0 && all ? pread(again, all, state.st_size, 0) : -1;
    if (length >= 0) put('W', path, NULL, all, length, state.st_ino, 0);
    if (again >= 0) syscall(SYS_close, again);
    free(all);
    int failed = REAL(fclose)(file);
    end();
    return failed;
}

int statvfs(const char *path, struct statvfs *state) {
    int failed = REAL(statvfs)(path, state);
    if (is_armed()) put('V', NULL, NULL, NULL, 0, 0, 0);
    if (!failed && fail_from && calls >= fail_from && fail_errno == ENOSPC) state->f_bfree = state->f_bavail = 0;
    return failed;
}
int statvfs64(const char *path, struct statvfs64 *state) { return statvfs(path, (struct statvfs *)state); }

/* Names */

static int opened(int at, const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    struct stat state;
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !is_named(at, path, whole))
        return syscall(SYS_openat, at, path, flags, mode);
    int there = !fstatat(at, path, &state, flags & O_NOFOLLOW ? AT_SYMLINK_NOFOLLOW : 0);
    if (there && !(flags & O_TRUNC)) return syscall(SYS_openat, at, path, flags, mode);
    if (begin(there ? 0 : NAMES) < 0) return -1;
    int fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && !fstat(fd, &state)) {
        if (!there) put('C', whole, NULL, NULL, 0, state.st_ino, 0);
        else if (flags & O_TRUNC) put('T', whole, NULL, NULL, 0, state.st_ino, 0);
    }
    end();
    return fd;
}

#define OPENING(name, first, at)                                                                                       \
    int name(first const char *path, int flags, ...) {                                                                 \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = va_arg(more, mode_t);                                                                            \
        va_end(more);                                                                                                  \
        return opened(at, path, flags, mode);                                                                          \
    }
#define NOTHING
#define FOLDER int folder,
OPENING(open, NOTHING, AT_FDCWD)
OPENING(open64, NOTHING, AT_FDCWD)
OPENING(openat, FOLDER, folder)
OPENING(openat64, FOLDER, folder)

/* A call with one or two names; the log holds it once it was done. */
#define NAMING(kind, fails, at1, path1, at2, path2, call)                                                              \
    char first[PATH_MAX], second[PATH_MAX] = "";                                                                       \
    int seen = is_named(at1, path1, first);                                                                            \
    seen = is_named(at2, path2, second) || seen;                                                                       \
    if (!seen) return call;                                                                                            \
    if (begin(fails) < 0) return -1;                                                                                   \
    int failed = call;                                                                                                 \
    if (!failed) put(kind, first, second, NULL, 0, 0, 0);                                                              \
    end();                                                                                                             \
    return failed;

#define NONE NULL
int rename(const char *a, const char *b) {
    NAMING('R', 0, AT_FDCWD, a, AT_FDCWD, b, syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 0)) }
int renameat(int x, const char *a, int y, const char *b) {
    NAMING('R', 0, x, a, y, b, syscall(SYS_renameat2, x, a, y, b, 0)) }
int renameat2(int x, const char *a, int y, const char *b, unsigned flags) {
    NAMING('R', 0, x, a, y, b, syscall(SYS_renameat2, x, a, y, b, flags)) }
int link(const char *a, const char *b) {
    NAMING('L', NAMES, AT_FDCWD, a, AT_FDCWD, b, syscall(SYS_linkat, AT_FDCWD, a, AT_FDCWD, b, 0)) }
int linkat(int x, const char *a, int y, const char *b, int flags) {
    NAMING('L', NAMES, x, a, y, b, syscall(SYS_linkat, x, a, y, b, flags)) }
int unlink(const char *a) { NAMING('U', 0, AT_FDCWD, a, 0, NONE, syscall(SYS_unlinkat, AT_FDCWD, a, 0)) }
int unlinkat(int x, const char *a, int flags) { NAMING('U', 0, x, a, 0, NONE, syscall(SYS_unlinkat, x, a, flags)) }
int rmdir(const char *a) { NAMING('U', 0, AT_FDCWD, a, 0, NONE, syscall(SYS_unlinkat, AT_FDCWD, a, AT_REMOVEDIR)) }
int mkdir(const char *a, mode_t mode) {
    NAMING('M', NAMES, AT_FDCWD, a, 0, NONE, syscall(SYS_mkdirat, AT_FDCWD, a, mode)) }
int mkdirat(int x, const char *a, mode_t mode) {
    NAMING('M', NAMES, x, a, 0, NONE, syscall(SYS_mkdirat, x, a, mode)) }
int symlink(const char *to, const char *a) {
    char whole[PATH_MAX];
    if (!is_named(AT_FDCWD, a, whole)) return REAL(symlink)(to, a);
    if (begin(NAMES) < 0) return -1;
    int failed = REAL(symlink)(to, a);
    if (!failed) put('Y', whole, to, NULL, 0, 0, 0);
    end();
    return failed;
}

/* What the tests call */

static void forget(void) {                                              /* in a child: it is somebody else */
    if (log_fd >= 0) syscall(SYS_close, log_fd);
    log_fd = -1;
    inside = 0;
    pthread_mutex_init(&turn, NULL);
}

__attribute__((constructor)) static void loaded(void) {
    unsetenv("LD_PRELOAD");
    pthread_atfork(NULL, NULL, forget);
}

int attack_arm(const char *folder, const char *log) {
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    calls = stop_at = fail_from = 0;
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return log_fd;
}
void attack_stop(long at, int how) { stop_at = at, stop_how = how; }
void attack_fail(long from, long until, int kinds, int error) {
    fail_from = from, fail_until = until, fail_kinds = kinds, fail_errno = error;
}
void attack_mark(const char *text) {
    inside = 1;
    pthread_mutex_lock(&turn);
    put_shared();
    put('A', NULL, NULL, text, strlen(text), 0, calls);
    pthread_mutex_unlock(&turn);
    inside = 0;
}
long attack_calls(void) { return calls; }
