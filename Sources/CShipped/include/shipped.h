#ifndef ETUDE_SHIPPED_H
#define ETUDE_SHIPPED_H

#include <stddef.h>

/// A file compiled into the program: its path in the repository, and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} etude_shipped_file;

/// How many files are compiled in.
size_t etude_shipped_count(void);

/// The file of an index below the count.
etude_shipped_file etude_shipped_file_at(size_t index);

#endif
