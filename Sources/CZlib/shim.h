#ifndef ETUDE_CZLIB_SHIM_H
#define ETUDE_CZLIB_SHIM_H
#include <zlib.h>

/// `inflateInit2` is a macro; window bits of 31 accept a gzip frame only.
static inline int etude_inflate_init_gzip(z_streamp stream) {
    return inflateInit2(stream, 31);
}
#endif
