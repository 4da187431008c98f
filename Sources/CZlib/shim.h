#ifndef ETUDE_CZLIB_SHIM_H
#define ETUDE_CZLIB_SHIM_H
#include <zlib.h>

/// `inflateInit2` is a macro; window bits of 31 accept a gzip frame only.
static inline int etude_inflate_init_gzip(z_streamp stream) {
    return inflateInit2(stream, 31);
}

/// `deflateInit2` is a macro; the memory level is zlib's default.
static inline int etude_deflate_init_gzip(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
#endif
